// What the page asks of the server. An error arrives as Trouble, with the server's code.

import { askKey, currentKey } from "./key.js";
import { language } from "./language.js";

export class Trouble extends Error {
  constructor(code, message = "", advice = "") {
    super(message);
    this.code = code;
    this.advice = advice;
  }
}

export function documents(wanted) {
  return read(`/api/documents?${query({ language: language(), ...wanted })}`);
}

export function wholeDocument(id) {
  return read(`${documentAddress(id)}?${query({ language: language() })}`);
}

export function removeDocument(id) {
  return read(documentAddress(id), { method: "DELETE" });
}

export async function examples() {
  return (await read(`/api/examples?${query({ language: language() })}`)).questions;
}

export function status() {
  return read("/api/status");
}

export function sendFeedback(told) {
  return read("/api/feedback", { method: "POST", ...asJson(told) });
}

export function documentAddress(id) {
  return `/api/documents/${encodeURIComponent(id)}`;
}

export function query(wanted) {
  return new URLSearchParams(Object.entries(wanted).filter(([, value]) => (value ?? "") !== ""));
}

export function asJson(body) {
  return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

// The body of a good response, as JSON.
export async function read(address, options) {
  return (await request(address, options)).json();
}

// A good response. The key is asked for when the server wants one; everything else raises Trouble.
export async function request(address, options = {}) {
  for (;;) {
    const used = currentKey();
    const response = await reached(address, { ...options, headers: { ...options.headers, ...keyHeader(used) } });
    if (response.ok) return response;
    const trouble = troubleOf(response.status, await response.text());
    if (response.status !== 401) throw trouble;
    if (!(await askKey(used))) throw trouble;
  }
}

export function keyHeader(key) {
  return key ? { "X-API-Key": key.replace(/[^\x20-\x7e\xa0-\xff]/g, "?") } : {}; // a header holds no other letters
}

// What a response that is not good says.
export function troubleOf(status, text) {
  let error = {};
  try {
    error = JSON.parse(text).error ?? {};
  } catch {
    // a proxy between us and the server has its own words
  }
  return new Trouble(error.code ?? (status === 401 ? "key" : "unexpected"), error.message, error.advice);
}

async function reached(address, options) {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble("unreachable");
  }
}
