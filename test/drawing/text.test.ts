import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detailStyle, fitted, nameStyle, textWidth, wrapped } from '#drawing/text.ts';

describe('the width of a text', () => {
  test.each([
    ['', 0],
    ['Orders', 44.9],
    ['iii', 10.9],
    ['WWW', 41.3],
    ['…', 12.9],
    ['数据库', 40.5],
    ['\u200b\u0007', 0],
  ])('%j is %d at the size of names', (text, width) => {
    expect(textWidth(text, nameStyle)).toBeCloseTo(width, 0);
  });

  test('bolder is wider', () => {
    expect(textWidth('Payment service', { size: 12, weight: 600 })).toBeGreaterThan(textWidth('Payment service', { size: 12, weight: 400 }));
  });
});

describe('cut to a width', () => {
  test.each([
    ['PostgreSQL', 200, 'PostgreSQL'],
    ['PostgreSQL, 2 replicas', 90, 'PostgreSQL, 2…'],
    ['PostgreSQL, 2 replicas', 80, 'PostgreSQL,…'],
    ['PostgreSQL', 3, '…'],
  ])('%s in %d', (text, width, cut) => {
    expect(fitted(text, width, detailStyle)).toBe(cut);
  });
});

describe('in lines', () => {
  test.each([
    ['Orders', ['Orders']],
    ['Payment service', ['Payment service']],
    ['Payment authorisation service', ['Payment', 'authorisation…']],
    ['Payment method service', ['Payment method', 'service']],
    ['user-profile-write-service', ['user-profile-', 'write-service']],
    ['Donaudampfschifffahrt', ['Donaudampfschi', 'fffahrt']],
    ['two\nlines', ['two', 'lines']],
    ['  spaced   out ', ['spaced out']],
    ['', ['']],
  ])('%j', (text, lines) => {
    expect(wrapped(text.trim(), 112, nameStyle, 2)).toEqual(lines);
  });

  test('no line is wider than asked, and there are no more of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 20, max: 200 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
        const lines = wrapped(text, width, nameStyle, most);
        return lines.length <= most && lines.every((line) => textWidth(line, nameStyle) <= width);
      }),
    );
  });
});
