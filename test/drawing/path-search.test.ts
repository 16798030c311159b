import { describe, expect, test } from 'vitest';
import type { Rect } from '#diagram/geometry.ts';
import { searchPath } from '#drawing/path-search.ts';
import { simplified } from '#drawing/polyline.ts';

const box = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
const [start, finish] = [{ x: 0, y: 0 }, { x: 100, y: 0 }];

const way = (obstacles: readonly Rect[], to = finish): unknown => {
  const found = searchPath(start, to, obstacles, 'right', 'left');
  return found && simplified(found).map(({ x, y }) => `${x},${y}`).join(' ');
};

describe('the way from 0,0 to the right', () => {
  test.each([
    ['nothing there', [], finish, 0],
    ['a wall', [box(40, -60, 20, 80)], finish, 4],
    ['a box that only touches the line', [box(40, 0, 20, 30)], finish, 0],
    ['two walls with a gap', [box(40, -200, 20, 190), box(40, 10, 20, 190)], finish, 0],
    ['lower', [], { x: 100, y: 50 }, 2],
  ])('%s', (_, obstacles, to, turns) => {
    expect(String(way(obstacles, to)).split(' ').length - 2).toBeLessThanOrEqual(turns);
    expect(String(way(obstacles, to))).toMatch(new RegExp(`^0,0 .*${to.x},${to.y}$`));
  });

  test('goes round the nearer side', () => {
    expect(way([box(40, -60, 20, 80)])).toMatch(/,20 /);
    expect(way([box(40, -20, 20, 80)])).toMatch(/,-20 /);
  });

  test('a start that is walled in has no way', () => {
    const walls = [box(-10, -10, 30, 5), box(-10, 5, 30, 5), box(-10, -10, 5, 20), box(15, -10, 5, 20)];
    expect(way(walls)).toBeUndefined();
  });

  test('a hundred boxes leave a way', () => {
    const boxes = Array.from({ length: 100 }, (_, index) => box(20 + (index % 10) * 100, -500 + Math.floor(index / 10) * 100, 70, 70));
    const found = searchPath({ x: 0, y: 0 }, { x: 1200, y: 30 }, boxes, 'right', 'left');
    expect(found).toBeDefined();
    for (const [index, b] of (found ?? []).slice(1).entries()) {
      const a = found?.[index] ?? b;
      const line = box(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y));
      const cut = boxes.filter((each) => line.x < each.x + each.width && line.x + line.width > each.x && line.y < each.y + each.height && line.y + line.height > each.y);
      expect(cut).toEqual([]);
    }
  });
});
