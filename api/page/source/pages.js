// The pages of a PDF as the server draws them, and where on them a passage stands.

import { documentAddress, query, read, request } from "../tools/server.js";

const [LEAST, MOST, STEP] = [400, 1600, 200]; // dots across; in steps, so that the browser's store is of use

// {address, pages, done}: `done` is called once the picture is shown.
export async function pageImage(id, number, dots) {
  const width = Math.min(MOST, Math.max(LEAST, Math.ceil(dots / STEP) * STEP));
  const response = await request(`${documentAddress(id)}/pages/${number}?${query({ width })}`);
  const address = URL.createObjectURL(await response.blob());
  return { address, pages: Number(response.headers.get("X-Pages")) || null, done: () => URL.revokeObjectURL(address) };
}

// Where the cited passage stands on a page, or null where it cannot.
export async function pageMarks(id, number, citation) {
  if (!citation?.page || Math.abs(number - citation.page) > 1) return null;
  const marks = await marksOn(id, number, citation);
  return number === citation.page || marks?.continues || marks?.began ? marks : null;
}

function marksOn(id, number, citation) {
  const wanted = query({ paragraph: citation.paragraph_id, quote: citation.quote });
  // without its marks the page is still worth showing
  return read(`${documentAddress(id)}/pages/${number}/marks?${wanted}`).catch(() => null);
}
