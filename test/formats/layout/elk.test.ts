import { describe, expect, test } from 'vitest';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { overlap, type Rect, rectOf } from '#diagram/geometry.ts';
import { sketch } from '#diagram/sketch.ts';
import { layoutGraph } from '#formats/layout/elk.ts';
import { laidOut } from '../../support/laid-out.ts';
import { reference, references } from '../../support/references.ts';

const rect = (diagram: Diagram, id: Id): Rect => {
  const record = diagram.components.get(id) ?? diagram.boundaries.get(id) ?? diagram.notes.get(id);
  if (!record?.position) throw new Error(`${id} has no place.`);
  return rectOf(record);
};

const overlapping = (diagram: Diagram, gap = 0): string[] => {
  const cards = [...diagram.components.values()];
  return cards.flatMap((a, index) => cards.slice(index + 1).flatMap((b) => (overlap(rect(diagram, a.id), rect(diagram, b.id), gap) ? [`${a.id} and ${b.id}`] : [])));
};

const encloses = (outer: Rect, inner: Rect, padding: number): boolean =>
  inner.x >= outer.x + padding && inner.y >= outer.y + padding && inner.x + inner.width <= outer.x + outer.width - padding && inner.y + inner.height <= outer.y + outer.height - padding;

const nested = sketch(`
  client web
  api-gateway gw
  service a
  service b
  core-database db
  queue jobs
  worker mailer
  external-system mail
  web -> gw -> a -> db
  gw -> b -> jobs -> mailer -> mail
  b -> db
  boundary data { boundaryType: subnet } [db, jobs]
  boundary vpc { boundaryType: vpc } [gw, a, b, mailer, data]
  boundary empty { boundaryType: vpc } []
`);

describe('a diagram without positions', () => {
  test.each(references)('%s: cards stand apart, on the grid', async (name) => {
    const diagram = await laidOut(reference(name));
    expect(overlapping(diagram, 39)).toEqual([]);
    for (const { position } of diagram.components.values()) expect([(position?.x ?? 1) % 20, (position?.y ?? 1) % 20].map(Math.abs)).toEqual([0, 0]);
  });

  test('reads from left to right', async () => {
    const diagram = await laidOut(sketch('client web\n service api\n core-database db\n web -> api -> db'));
    expect(rect(diagram, 'web').x).toBeLessThan(rect(diagram, 'api').x);
    expect(rect(diagram, 'api').x).toBeLessThan(rect(diagram, 'db').x);
  });

  test('a chain is one straight row', async () => {
    const diagram = await laidOut(sketch('client web\n service api\n core-database db\n web -> api -> db'));
    expect(new Set([...diagram.components.keys()].map((id) => rect(diagram, id).y)).size).toBe(1);
  });

  test('boundaries enclose their content with room for the title, and nothing else', async () => {
    const diagram = await laidOut(nested);
    for (const { id, boundary } of [...diagram.components.values(), ...diagram.boundaries.values()]) {
      if (boundary === undefined) continue;
      expect(encloses(rect(diagram, boundary), rect(diagram, id), 18), `${id} in ${boundary}`).toBe(true);
      expect(rect(diagram, id).y - rect(diagram, boundary).y, `${id} under the title of ${boundary}`).toBeGreaterThanOrEqual(40);
    }
    for (const outside of ['web', 'mail', 'empty']) expect(overlap(rect(diagram, outside), rect(diagram, 'vpc')), outside).toBe(false);
    expect(overlapping(diagram, 30)).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['one card', 'service a'],
    ['a loop on itself', 'service a\n a -> a'],
    ['a circle', 'service a\n service b\n service c\n a -> b -> c -> a'],
    ['loose ends', 'service a\n a -> nowhere\n missing -> a'],
    ['separate parts', 'service a\n service b\n a -> b\n service c\n service d\n c -> d'],
  ])('%s is laid out', async (_, text) => {
    const diagram = await laidOut(sketch(text));
    expect(overlapping(diagram, 20)).toEqual([]);
  });

  test('a component called as the graph is no trouble', async () => {
    const diagram = await laidOut(sketch('service root\n service c1\n root -> c1 as c2'));
    expect(overlapping(diagram)).toEqual([]);
  });
});

test('only the asked records are laid out', () => {
  const graph = layoutGraph(nested, new Set(['a', 'db', 'data']));
  expect(graph.children?.map(({ id }) => id)).toEqual(['r:data', 'r:a']);
  expect(graph.edges?.map(({ sources, targets }) => [...sources, ...targets])).toEqual([['r:a', 'r:db']]);
});
