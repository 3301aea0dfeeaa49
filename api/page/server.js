// What the page asks of the server. An error arrives as Trouble, with the server's code.

export class Trouble extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export function ask(question, history) {
  return request("/api/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, history }),
  });
}

export async function documents(language) {
  return (await request(`/api/documents?language=${language}`)).documents;
}

export async function examples(language) {
  return (await request(`/api/examples?language=${language}`)).questions;
}

export function wholeDocument(id, language) {
  return request(`/api/documents/${encodeURIComponent(id)}?language=${language}`);
}

async function request(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Trouble("unreachable", "");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Trouble(body.error?.code ?? "unexpected", body.error?.message ?? "");
  return body;
}
