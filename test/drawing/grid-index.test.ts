import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '#diagram/geometry.ts';
import { gridIndex, touches } from '#drawing/grid-index.ts';

const coordinate = fc.integer({ min: -3000, max: 3000 });
const extent = fc.integer({ min: 0, max: 900 });
const rect: fc.Arbitrary<Rect> = fc.record({ x: coordinate, y: coordinate, width: extent, height: extent });

test('finds what looking at everything finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 60 }), rect, (rects, area) => {
      const items = rects.map((each, index) => ({ id: `i${index}`, ...each }));
      const index = gridIndex(items, (item) => item);
      const expected = items.filter((item) => touches(item, area)).map(({ id }) => id);
      expect(index.inside(area).map(({ id }) => id)).toEqual(expected);
      expect(index.entries(area).map(({ item }) => item.id)).toEqual(expected);
      expect(index.inside(area).map(({ id }) => id)).toEqual(expected);
    }),
  );
});

describe('extremes', () => {
  const at = (x: number, y: number, width = 10, height = 10): Rect => ({ x, y, width, height });

  test.each([
    ['a card as large as a country', at(-1e7, -1e7, 2e7, 2e7), at(5, 5), 1],
    ['an area as large as a country', at(5, 5), at(-1e7, -1e7, 2e7, 2e7), 1],
    ['far out', at(1e9, -1e9), at(1e9, -1e9), 1],
    ['edges that meet', at(0, 0), at(10, 10), 1],
    ['edges that just do not', at(0, 0), at(10.5, 0), 0],
    ['endless', at(0, 0), at(-Infinity, -Infinity, Infinity, Infinity), 0],
  ])('%s', (_, item, area, count) => {
    expect(gridIndex([{ id: 'a' }], () => item).inside(area)).toHaveLength(count);
  });
});
