import { describe, expect, test } from 'vitest';
import { emptyDiagram } from '#diagram/diagram.ts';
import { overlap } from '#diagram/geometry.ts';
import { sketch } from '#diagram/sketch.ts';
import { boundaryTitle, noteLines, sceneOf } from '#drawing/scene.ts';
import { laidOut } from '../support/laid-out.ts';

const text = `
  service a
  service b
  core-database db
  a -> b
  b -> db { access: write }
  boundary inner { boundaryType: subnet } [db]
  boundary outer { boundaryType: vpc } [b, inner]
  note n "Why: it is enough."
`;

describe('the scene', () => {
  test('of an empty diagram is empty', () => {
    expect(sceneOf(emptyDiagram)).toEqual({ bounds: { x: 0, y: 0, width: 0, height: 0 }, boundaries: [], wires: [], cards: [], notes: [] });
  });

  test('holds everything, outer boundaries behind inner ones', async () => {
    const scene = sceneOf(await laidOut(sketch(text)));
    expect(scene.boundaries.map(({ boundary }) => boundary.id)).toEqual(['outer', 'inner']);
    expect(scene.cards.map(({ component }) => component.id)).toEqual(['a', 'b', 'db']);
    expect(scene.wires.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(scene.notes).toHaveLength(1);
  });

  test('bounds enclose all that is drawn', async () => {
    const { bounds, cards, boundaries, wires } = sceneOf(await laidOut(sketch(text)));
    const grown = { x: bounds.x - 1, y: bounds.y - 1, width: bounds.width + 2, height: bounds.height + 2 };
    for (const { rect } of [...cards, ...boundaries]) expect(overlap(rect, grown)).toBe(true);
    for (const { x, y } of wires.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(bounds.x);
      expect(x).toBeLessThanOrEqual(bounds.x + bounds.width);
      expect(y).toBeGreaterThanOrEqual(bounds.y);
      expect(y).toBeLessThanOrEqual(bounds.y + bounds.height);
    }
  });

  test('of a selection has the connections between the selected', async () => {
    const scene = sceneOf(await laidOut(sketch(text)), new Set(['b', 'db']));
    expect(scene.cards.map(({ component }) => component.id)).toEqual(['b', 'db']);
    expect(scene.wires.map(({ id }) => id)).toEqual(['c2']);
    expect(scene.boundaries).toEqual([]);
  });
});

test.each([
  ['Production', { boundaryType: 'vpc' }, 'Production · VPC'],
  ['', { boundaryType: 'vpc' }, 'VPC'],
  ['Our VPC', { boundaryType: 'vpc' }, 'Our VPC'],
  ['Production', {}, 'Production'],
  ['', {}, ''],
] as const)('a boundary named %j with %j is titled %j', (name, properties, title) => {
  expect(boundaryTitle({ id: 'v', name, properties })).toBe(title);
});

test('a note shows as many lines as it has room for', () => {
  const lines = noteLines({ id: 'n', text: 'word '.repeat(200), properties: {} });
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toMatch(/…$/);
});
