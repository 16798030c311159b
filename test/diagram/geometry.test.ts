import { describe, expect, test } from 'vitest';
import { emptyDiagram, type Diagram } from '#diagram/diagram.ts';
import { boundsOf, cardSize, contentOf, freePlace, overlap, rectOf, snap } from '#diagram/geometry.ts';
import { uniqueName } from '#diagram/names.ts';
import { sketch } from '#diagram/sketch.ts';
import { at } from '../support/test-command.ts';

describe('a free place', () => {
  const home = { x: 0, y: 0, ...cardSize };
  test.each([
    { direction: 'right', place: { x: 260, y: 0 } },
    { direction: 'below', place: { x: 0, y: 120 } },
    { direction: 'left', place: { x: -260, y: 0 } },
  ] as const)('$direction of a card', ({ direction, place }) => {
    expect(freePlace(emptyDiagram, home, direction)).toEqual(place);
  });

  test('never on another card, however many there are', () => {
    let diagram: Diagram = at(sketch('service a'), { a: [0, 0] });
    for (let count = 0; count < 60; count++) {
      const place = freePlace(diagram, home, 'right');
      const rects = [...diagram.components.values()].map(rectOf);
      expect(rects.some((rect) => overlap(rect, { ...place, ...cardSize }))).toBe(false);
      diagram = { ...diagram, components: new Map([...diagram.components, [`n${count}`, { id: `n${count}`, kind: 'service', name: 'n', position: place, properties: {} }]]) };
    }
  });
});

test('the content of a boundary is everything in it, and a circle of boundaries ends', () => {
  const drawn = sketch('service a\nservice b\nboundary inner [a]\nboundary outer [inner, b]');
  expect([...contentOf(drawn, 'outer')].toSorted()).toEqual(['a', 'b', 'inner']);
  const circle: Diagram = { ...drawn, boundaries: new Map([...drawn.boundaries].map(([id, boundary]) => [id, { ...boundary, boundary: id === 'inner' ? 'outer' : 'inner' }])) };
  expect([...contentOf(circle, 'outer')].toSorted()).toEqual(['a', 'b', 'inner', 'outer']);
});

test('bounds', () => {
  expect(boundsOf([])).toBeUndefined();
  expect(boundsOf([{ x: -10, y: 5, width: 20, height: 10 }, { x: 40, y: -5, width: 10, height: 5 }])).toEqual({ x: -10, y: -5, width: 60, height: 20 });
});

test.each([[9, 0], [10, 20], [-10, 0], [-11, -20], [30, 40]])('%d snaps to %d', (value, snapped) => {
  expect(snap(value) + 0).toBe(snapped);
});

test.each([
  { names: [], stem: 'Queue', name: 'Queue' },
  { names: ['Queue'], stem: 'Queue', name: 'Queue 2' },
  { names: ['Queue', 'Queue 2', 'Queue 4'], stem: 'Queue', name: 'Queue 3' },
])('$stem among $names is $name', ({ names, stem, name }) => {
  const diagram = sketch(names.map((taken, index) => `queue q${index} "${taken}"`).join('\n'));
  expect(uniqueName(diagram, stem)).toBe(name);
});
