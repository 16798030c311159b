/** Under this keyword the diagram's own file lies in a picture. */
const keyword = 'caveat-diagram';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Signature and IHDR chunk: where the first chunk of our own may stand. */
const headerLength = 33;

/** The picture with a text inside it, in place of one that it had. Bytes that are no PNG come back as they are. */
export function withPngText(png: Uint8Array, text: string): Uint8Array {
  const [header, ...rest] = chunksOf(png) ?? [];
  if (!header) return png;
  const kept = rest.filter((chunk) => textOf(chunk) === undefined).map(({ bytes }) => bytes);
  return joined([new Uint8Array(signature), header.bytes, textChunk(text), ...kept]);
}

/** The text that `withPngText` has put in; undefined where there is none, or the bytes are no PNG. */
export function readPngText(png: Uint8Array): string | undefined {
  for (const chunk of chunksOf(png) ?? []) {
    const text = textOf(chunk);
    if (text !== undefined) return text;
  }
  return undefined;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Length, type, data and checksum as they stand in the file. */
  readonly bytes: Uint8Array;
}

function chunksOf(png: Uint8Array): readonly Chunk[] | undefined {
  if (png.length < headerLength || signature.some((byte, index) => png[index] !== byte)) return undefined;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at: number = signature.length; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > png.length) return undefined;
    chunks.push({ type: latin(png.subarray(at + 4, at + 8)), data: png.subarray(at + 8, end - 4), bytes: png.subarray(at, end) });
    at = end;
  }
  return chunks;
}

/** An iTXt chunk: keyword, no compression, no language, UTF-8. */
function textChunk(text: string): Uint8Array {
  const content = joined([ascii('iTXt'), ascii(keyword), new Uint8Array(5), utf8(text)]);
  return joined([uint32(content.length - 4), content, uint32(checksum(content))]);
}

function textOf({ type, data }: Chunk): string | undefined {
  if (type !== 'iTXt' || latin(data.subarray(0, keyword.length)) !== keyword || data[keyword.length] !== 0 || data[keyword.length + 1] !== 0) return undefined;
  const language = data.indexOf(0, keyword.length + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return translated < 0 ? undefined : fromUtf8(data.subarray(translated + 1));
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (checksumTable[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const checksumTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? replacement : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

const replacement = 0xfffd;
const tail = (code: number): number => 0x80 | (code & 0x3f);

/** Text of UTF-8 bytes; broken ones become replacement characters. */
function fromUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >> 5 === 6 ? 2 : first >> 4 === 14 ? 3 : first >> 3 === 30 ? 4 : 0;
    const rest = bytes.subarray(at + 1, at + length);
    const isWhole = length > 0 && rest.length === length - 1 && rest.every((byte) => byte >> 6 === 2);
    const code = isWhole ? rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), length === 1 ? first : first & (0x7f >> length)) : replacement;
    text += String.fromCodePoint(code > 0x10ffff ? replacement : code);
    at += isWhole ? length : 1;
  }
  return text;
}
