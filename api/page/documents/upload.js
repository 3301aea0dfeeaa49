// One file sent to the server. Only XMLHttpRequest tells how much of it is gone.

import { askKey, currentKey } from "../tools/key.js";
import { keyHeader, query, Trouble, troubleOf } from "../tools/server.js";

// Gives the server's report line; `progress` is told the share that is sent.
export async function upload(file, progress) {
  for (;;) {
    const used = currentKey();
    const { status, text } = await sent(file, used, progress);
    if (status >= 200 && status < 300) return JSON.parse(text);
    const trouble = troubleOf(status, text);
    if (status !== 401 || !(await askKey(used))) throw trouble;
  }
}

function sent(file, key, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/documents?${query({ name: file.name })}`);
    for (const [name, value] of Object.entries(keyHeader(key))) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.upload.addEventListener("load", () => progress(1));
    request.addEventListener("load", () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener("error", () => reject(new Trouble("unreachable")));
    request.send(file);
  });
}
