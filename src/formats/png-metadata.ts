/** The keyword under which a picture carries its diagram. */
const keyword = 'caveat-diagram';

const signatureLength = 8;
const headerEnd = 33;

/** The PNG with a text inside it: an iTXt chunk after the header, UTF-8, not compressed. */
export function withPngText(png: Uint8Array, text: string): Uint8Array {
  const data = new Uint8Array([...latin(keyword), 0, 0, 0, 0, 0, ...utf8(text)]);
  const body = new Uint8Array([...latin('iTXt'), ...data]);
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(body, 4);
  view.setUint32(8 + data.length, crc32(body));
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, headerEnd));
  result.set(chunk, headerEnd);
  result.set(png.subarray(headerEnd), headerEnd + chunk.length);
  return result;
}

/** The text that `withPngText` has put in; undefined where there is none, or the bytes are no PNG. */
export function readPngText(png: Uint8Array): string | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = signatureLength; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) return undefined;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'iTXt' && String.fromCharCode(...data.subarray(0, keyword.length + 1)) === `${keyword}\0`) return fromUtf8(data.subarray(keyword.length + 5));
    at += 12 + length;
  }
  return undefined;
}

const latin = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

function* utf8(text: string): Iterable<number> {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0xfffd;
    if (code < 0x80) yield code;
    else if (code < 0x800) yield* [0xc0 | (code >> 6), 0x80 | (code & 63)];
    else if (code < 0x10000) yield* [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    else yield* [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  }
}

function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let i = 1; i <= more; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 63);
    parts.push(String.fromCodePoint(Math.min(code, 0x10ffff)));
    at += more + 1;
  }
  return parts.join('');
}

/** The checksum of PNG chunks (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
