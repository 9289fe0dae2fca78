/** The value that stands in a block of the page as deflated JSON in base64. */
export async function unpack(text) {
  const inflated = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).json();
}

function bytesOf(base64) {
  const letters = atob(base64.trim());
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

/** Opens blocks of the page by id, each once; the text of an opened block is let go. */
export function createOpener(textOf) {
  const opened = new Map();
  return (id) => {
    if (!opened.has(id)) opened.set(id, unpack(textOf(id)));
    return opened.get(id);
  };
}
