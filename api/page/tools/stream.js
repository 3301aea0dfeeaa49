// A question answered as it is made: the server's events (HTML Living Standard, "Server-sent events").

import { asJson, request, Trouble } from "./server.js";

// Ask; `evidence` gets the citations, `piece` the next words; gives the whole answer.
export async function askStream(asked, signal, { evidence, piece }) {
  const response = await request("/api/ask/stream", { method: "POST", signal, ...asJson(asked) });
  for await (const { name, data } of events(response.body)) {
    if (name === "evidence") evidence(data);
    if (name === "text") piece(data.text);
    if (name === "answer") return data;
    if (name === "error") throw new Trouble(data.error?.code ?? "unexpected", data.error?.message, data.error?.advice);
  }
  throw new Trouble("cut"); // the connection ended before the answer did
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read().catch(broken);
    if (done) return;
    const parts = (held + value).split(/\r?\n\r?\n/);
    held = parts.pop();
    for (const part of parts) yield parsed(part);
  }
}

function parsed(block) {
  const lines = block.split(/\r?\n/);
  const values = (field) =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).trimStart());
  return { name: values("event")[0] ?? "message", data: JSON.parse(values("data").join("\n") || "null") };
}

function broken(error) {
  if (error.name === "AbortError") throw error;
  throw new Trouble("cut");
}
