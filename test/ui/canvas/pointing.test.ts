import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { idle, marqueeSelection, moved, rectBetween, resized } from '#ui/canvas/gesture.ts';
import { hitTest, recordsIn } from '#ui/canvas/hit-test.ts';
import { neighbourAlong, neighbourInOrder, readingOrder } from '#ui/canvas/reading-order.ts';
import { fitViewport, revealing, toCanvas, visibleArea, zoomedTo } from '#ui/canvas/view.ts';
import { at } from '../../support/test-command.ts';

const flat = at(sketch('service a\nqueue b\nworker c\na -> b -> c'), { a: [0, 0], b: [400, 0], c: [400, 300] });
const withZone: Diagram = {
  ...flat,
  boundaries: new Map([['z', { id: 'z', name: 'Zone', position: { x: -40, y: -60 }, size: { width: 700, height: 200 }, properties: {} }]]),
  notes: new Map([['n', { id: 'n', text: 'Hi', position: { x: 100, y: 30 }, size: { width: 120, height: 60 }, properties: {} }]]),
};
const looking = (diagram: Diagram, selection: readonly string[] = [], zoom = 1) => ({ diagram, selection: new Set(selection), hasPorts: true, zoom, coarse: false });

describe('what lies under the pointer', () => {
  test.each([
    { what: 'the pane', at: { x: 300, y: 250 }, selection: [], hit: { type: 'pane' } },
    { what: 'a card', at: { x: 50, y: 50 }, selection: [], hit: { type: 'record', id: 'a' } },
    { what: 'a note above a card', at: { x: 150, y: 50 }, selection: [], hit: { type: 'record', id: 'n' } },
    { what: 'a wire', at: { x: 300, y: 38 }, selection: [], hit: { type: 'record', id: 'c1' } },
    { what: 'the inside of a boundary', at: { x: 300, y: 100 }, selection: [], hit: { type: 'pane' } },
    { what: 'its frame', at: { x: 658, y: 100 }, selection: [], hit: { type: 'record', id: 'z' } },
    { what: 'its title', at: { x: 300, y: -40 }, selection: [], hit: { type: 'record', id: 'z' } },
    { what: 'a corner of the chosen boundary', at: { x: 658, y: 138 }, selection: ['z'], hit: { type: 'corner', id: 'z', corner: 'bottom-right' } },
    { what: 'a port beside a card', at: { x: 200, y: 36 }, selection: [], hit: { type: 'port', id: 'a', side: 'right' } },
  ] as const)('$what', ({ at: point, selection, hit }) => {
    expect(hitTest(point, looking(withZone, selection))).toEqual(hit);
  });

  test('while a tool is armed there are no ports', () => {
    expect(hitTest({ x: 200, y: 36 }, { ...looking(withZone), hasPorts: false }).type).not.toBe('port');
  });
});

describe('a press', () => {
  const surroundings = { diagram: flat, selection: new Set<string>(), zoom: 1 };
  const press = (hit: ReturnType<typeof hitTest>) => ({ type: 'press', hit, at: { x: 50, y: 50 }, toggles: false }) as const;

  test('that hardly moves stays a press', () => {
    expect(moved(press({ type: 'record', id: 'a' }), { x: 52, y: 51 }, surroundings).type).toBe('press');
  });

  test('on a card that moves drags it', () => {
    expect(moved(press({ type: 'record', id: 'a' }), { x: 50, y: 250 }, surroundings)).toMatchObject({ type: 'move', by: { x: 0, y: 200 } });
  });

  test('on a chosen card drags all that is chosen', () => {
    const gesture = moved(press({ type: 'record', id: 'a' }), { x: 50, y: 250 }, { ...surroundings, selection: new Set(['a', 'b', 'c1']) });
    expect(gesture.type === 'move' && [...gesture.ids]).toEqual(['a', 'b']);
  });

  test('on the pane draws a marquee, which takes what it touches and the wires between', () => {
    const gesture = moved(press({ type: 'pane' }), { x: 420, y: 20 }, surroundings);
    expect(gesture.type === 'marquee' && [...marqueeSelection(flat, gesture)]).toEqual(['a', 'b', 'c1']);
  });

  test('on a port connects to the card under the pointer', () => {
    expect(moved(press({ type: 'port', id: 'a', side: 'right' }), { x: 450, y: 330 }, surroundings)).toMatchObject({ type: 'connect', from: 'a', target: 'c' });
  });

  test('of nothing is nothing', () => {
    expect(moved(idle, { x: 1, y: 1 }, surroundings)).toBe(idle);
  });
});

test('a marquee takes a boundary only whole', () => {
  expect(recordsIn(withZone, rectBetween({ x: -50, y: -70 }, { x: 700, y: 200 }))).toContain('z');
  expect(recordsIn(withZone, rectBetween({ x: -50, y: -70 }, { x: 600, y: 200 }))).not.toContain('z');
});

test.each([
  { corner: 'bottom-right', to: { x: 300, y: 200 }, rect: { x: 0, y: 0, width: 300, height: 200 } },
  { corner: 'top-left', to: { x: -50, y: 20 }, rect: { x: -50, y: 20, width: 250, height: 80 } },
  { corner: 'top-left', to: { x: 500, y: 500 }, rect: { x: 160, y: 60, width: 40, height: 40 } },
] as const)('resizing by $corner to $to', ({ corner, to, rect }) => {
  expect(resized({ x: 0, y: 0, width: 200, height: 100 }, corner, to, 40)).toEqual(rect);
});

describe('with the keyboard', () => {
  test('Tab goes row by row, and ends at either end', () => {
    expect(readingOrder(flat)).toEqual(['a', 'b', 'c']);
    expect(neighbourInOrder(flat, undefined, -1)).toBe('c');
    expect(neighbourInOrder(flat, 'a', -1)).toBeUndefined();
    expect(neighbourInOrder(flat, 'c', 1)).toBeUndefined();
  });

  test.each([
    { from: 'a', direction: 'right', to: 'b' },
    { from: 'b', direction: 'left', to: 'a' },
    { from: 'b', direction: 'down', to: 'c' },
    { from: 'a', direction: 'up', to: undefined },
    { from: 'a', direction: 'down', to: undefined },
  ] as const)('$direction of $from along the wires is $to', ({ from, direction, to }) => {
    expect(neighbourAlong(flat, from, direction)).toBe(to);
  });
});

describe('the view', () => {
  const screen = { width: 1000, height: 500 };
  test('fit never enlarges, and puts the middle in the middle', () => {
    expect(fitViewport({ x: 0, y: 0, width: 100, height: 50 }, screen)).toEqual({ x: 450, y: 225, zoom: 1 });
    expect(fitViewport({ x: 0, y: 0, width: 9040, height: 100 }, screen).zoom).toBeCloseTo(0.1);
  });

  test('zooming keeps the middle of the screen', () => {
    const view = { x: 30, y: -70, zoom: 0.8 };
    const middle = (viewport: typeof view) => toCanvas({ x: 500, y: 250 }, viewport);
    expect(middle(zoomedTo(view, 2, screen)).x).toBeCloseTo(middle(view).x);
    expect(zoomedTo(view, 99, screen).zoom).toBe(3);
  });

  test('what is in view does not move the view; what is not comes to its middle', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(revealing({ x: 100, y: 100, width: 184, height: 72 }, view, screen)).toBe(view);
    const area = visibleArea(revealing({ x: 5000, y: 100, width: 184, height: 72 }, view, screen), screen);
    expect(area.x + area.width / 2).toBeCloseTo(5092);
  });
});
