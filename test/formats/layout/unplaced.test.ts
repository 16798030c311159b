import { describe, expect, test } from 'vitest';
import type { Diagram, Id, Point } from '#diagram/diagram.ts';
import { overlap, rectOf } from '#diagram/geometry.ts';
import { sketch } from '#diagram/sketch.ts';
import { needsLayout, unplacedIds } from '#formats/layout/unplaced.ts';
import { laidOut } from '../../support/laid-out.ts';

const at = (diagram: Diagram, places: Readonly<Record<Id, Point>>): Diagram => ({
  ...diagram,
  components: new Map([...diagram.components].map(([id, component]) => [id, places[id] ? { ...component, position: places[id] } : component])),
  boundaries: new Map([...diagram.boundaries].map(([id, boundary]) => [id, places[id] ? { ...boundary, position: places[id] } : boundary])),
});

const rect = (diagram: Diagram, id: Id) => {
  const record = diagram.components.get(id) ?? diagram.boundaries.get(id);
  if (!record?.position) throw new Error(`${id} has no place.`);
  return rectOf(record);
};

const text = `
  service a
  service b
  service c
  service d
  a -> b -> c -> d
  boundary vpc [b, c]
`;

describe('what is new beside what has a place', () => {
  test('nothing that has a place moves', async () => {
    const diagram = await laidOut(at(sketch(text), { a: { x: 13, y: 7 }, b: { x: 400, y: 300 } }));
    expect(diagram.components.get('a')?.position).toEqual({ x: 13, y: 7 });
    expect(diagram.components.get('b')?.position).toEqual({ x: 400, y: 300 });
  });

  test('new cards stand below, on nothing', async () => {
    const diagram = await laidOut(at(sketch('service a\n service b\n service c\n b -> c'), { a: { x: 0, y: 0 } }));
    for (const id of ['b', 'c']) expect(rect(diagram, id).y).toBeGreaterThan(72);
    expect(overlap(rect(diagram, 'b'), rect(diagram, 'c'))).toBe(false);
  });

  test('new content of a placed boundary goes inside, and the boundary grows', async () => {
    const before = at(sketch(text), { a: { x: 0, y: 0 }, b: { x: 440, y: 60 }, vpc: { x: 400, y: 0 } });
    const after = await laidOut(before);
    const [outer, inner] = [rect(after, 'vpc'), rect(after, 'c')];
    expect({ x: outer.x, y: outer.y }).toEqual({ x: 400, y: 0 });
    expect(inner.x).toBeGreaterThanOrEqual(outer.x);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
    expect(overlap(inner, rect(after, 'b'))).toBe(false);
  });

  test('a boundary without a place is drawn around the content that has one', async () => {
    const after = await laidOut(at(sketch(text), { a: { x: 0, y: 0 }, b: { x: 400, y: 300 }, c: { x: 700, y: 300 }, d: { x: 1000, y: 300 } }));
    const outer = rect(after, 'vpc');
    for (const id of ['b', 'c']) expect(overlap(outer, rect(after, id))).toBe(true);
    for (const id of ['a', 'd']) expect(overlap(outer, rect(after, id))).toBe(false);
    expect(outer.y).toBeLessThan(300 - 40);
  });

  test('outer boundaries grow with inner ones', async () => {
    const nested = sketch('service a\n service b\n boundary inner [a, b]\n boundary outer [inner]');
    const after = await laidOut(at(nested, { a: { x: 100, y: 100 }, inner: { x: 60, y: 40 }, outer: { x: 20, y: 0 } }));
    const [outer, inner] = [rect(after, 'outer'), rect(after, 'inner')];
    expect(inner.y + inner.height).toBeGreaterThanOrEqual(rect(after, 'b').y + 72);
    expect(outer.y + outer.height).toBeGreaterThan(inner.y + inner.height);
  });
});

test.each([
  ['an empty diagram', sketch(''), false, []],
  ['a new diagram', sketch('service a'), true, ['a']],
  ['one with places', at(sketch('service a'), { a: { x: 0, y: 0 } }), false, []],
  ['a placed card in a boundary without a place', at(sketch('service a\n boundary v [a]'), { a: { x: 0, y: 0 } }), true, []],
])('%s: what needs a place', (_, diagram, needs, ids) => {
  expect(needsLayout(diagram)).toBe(needs);
  expect([...unplacedIds(diagram)]).toEqual(ids);
});
