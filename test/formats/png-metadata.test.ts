import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readPngText, withPngText } from '#formats/png-metadata.ts';

/** One transparent pixel. */
const pixel = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

const typesOf = (png: Uint8Array): string[] => {
  const types: string[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) types.push(Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1'));
  return types;
};

describe('a text inside a picture', () => {
  test.each(['', '{"format":"caveat-diagram"}', 'Größe, 数据库, 🛒 and \u0000'])('%j comes back', (text) => {
    expect(readPngText(withPngText(pixel, text))).toBe(text);
  });

  test('any well-formed text comes back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readPngText(withPngText(pixel, text)) === text));
  });

  test('stands after the header, before the image', () => {
    expect(typesOf(withPngText(pixel, 'x'))).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
  });

  test('has the checksum that PNG asks for', () => {
    const png = withPngText(pixel, 'abc');
    const length = new DataView(png.buffer).getUint32(33);
    expect(Buffer.from(png.subarray(33 + 8 + length, 33 + 12 + length)).toString('hex')).toBe('c142bbfd');
  });

  test('takes the place of the one before', () => {
    const png = withPngText(withPngText(pixel, 'first'), 'second');
    expect(typesOf(png).filter((type) => type === 'iTXt')).toHaveLength(1);
    expect(readPngText(png)).toBe('second');
  });

  test('the picture stays the same otherwise', () => {
    const png = withPngText(pixel, 'x');
    expect(png.subarray(0, 33)).toEqual(pixel.subarray(0, 33));
    expect(png.subarray(png.length - (pixel.length - 33))).toEqual(pixel.subarray(33));
  });
});

describe('what is no picture, or has no text', () => {
  test.each([
    ['a picture of somebody else', pixel],
    ['nothing', new Uint8Array()],
    ['text', new Uint8Array(Buffer.from('{"format":"caveat-diagram","version":1,"components":{}}'))],
    ['a picture that was cut off', withPngText(pixel, 'x'.repeat(100)).subarray(0, 90)],
    ['a chunk that claims to be endless', new Uint8Array([...pixel.subarray(0, 33), 255, 255, 255, 255, 105, 84, 88, 116, 0, 0, 0, 0])],
  ])('%s gives nothing', (_, bytes) => {
    expect(readPngText(bytes)).toBeUndefined();
  });

  test('bytes that are no picture come back unchanged', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(withPngText(bytes, 'x')).toBe(bytes);
  });

  test('a lone surrogate becomes a replacement character', () => {
    expect(readPngText(withPngText(pixel, 'a\ud800b'))).toBe('a\ufffdb');
  });
});
