import { expect, test } from 'vitest';
import { knots } from '#graph/knots.ts';

const found = (arrows: string): readonly string[] => {
  const pairs = arrows.split(' ').map((arrow) => arrow.split('>'));
  const nodes = new Set(pairs.flat());
  return knots(nodes, (node) => pairs.filter(([from]) => from === node).flatMap(([, to]) => to ?? [])).map((knot) => knot.toSorted().join('')).toSorted();
};

test.each([
  { arrows: 'a>b b>c', groups: [] },
  { arrows: 'a>a a>b', groups: [] },
  { arrows: 'a>b b>a', groups: ['ab'] },
  { arrows: 'a>b b>c c>a c>d', groups: ['abc'] },
  { arrows: 'a>b b>a b>c c>d d>c', groups: ['ab', 'cd'] },
  { arrows: 'x>a a>b b>c c>a b>d d>b', groups: ['abcd'] },
  { arrows: 'a>b a>c b>d c>d d>a', groups: ['abcd'] },
])('$arrows', ({ arrows, groups }) => {
  expect(found(arrows)).toEqual(groups);
});

test('a ring of thousands', () => {
  const size = 20_000;
  expect(knots(Array.from({ length: size }, (_, index) => index), (node) => [(node + 1) % size]).map(({ length }) => length)).toEqual([size]);
});
