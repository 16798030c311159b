import { describe, expect } from 'vitest';
import { alignRecords, distributeRecords } from '#diagram/commands/align-records.ts';
import { encloseRecords } from '#diagram/commands/enclose-records.ts';
import { moveRecords } from '#diagram/commands/move-records.ts';
import { placeRecords } from '#diagram/commands/place-records.ts';
import { resizeRecord } from '#diagram/commands/resize-record.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { at, testCommand } from '../../support/test-command.ts';

const box = (d: Diagram, id: string, x: number, y: number, width: number, height: number): Diagram => {
  const boundary = d.boundaries.get(id);
  return boundary ? { ...d, boundaries: new Map([...d.boundaries, [id, { ...boundary, position: { x, y }, size: { width, height } }]]) } : d;
};

const flat = at(sketch('service a\nservice b\nservice c\nnote n "Hi"\na -> b'), { a: [0, 0], b: [300, 40], c: [900, 200] });
const nested = box(box(at(sketch('service a\nservice b\nservice c\nboundary inner [a]\nboundary outer [b, inner]'), { a: [60, 60], b: [300, 60], c: [900, 60] }), 'outer', 0, 0, 560, 300), 'inner', 40, 40, 224, 120);
const place = (d: Diagram, id: string) => (d.components.get(id) ?? d.boundaries.get(id))?.position;

describe('move', () => {
  testCommand([
    { when: 'one component', before: flat, step: (d) => moveRecords(d, { ids: ['a'], by: { x: 20, y: -40 } }), then: (d) => expect([place(d, 'a'), place(d, 'b')]).toEqual([{ x: 20, y: -40 }, { x: 300, y: 40 }]), label: 'Move' },
    { when: 'a boundary takes its content along, at any depth', before: nested, step: (d) => moveRecords(d, { ids: ['outer'], by: { x: 0, y: 100 } }), then: (d) => expect(['a', 'b', 'c', 'inner'].map((id) => place(d, id)?.y)).toEqual([160, 160, 60, 140]) },
    { when: 'what moves with its boundary still belongs to it', before: nested, step: (d) => moveRecords(d, { ids: ['outer'], by: { x: 5000, y: 0 } }), then: (d) => expect([d.components.get('a')?.boundary, d.boundaries.get('inner')?.boundary]).toEqual(['inner', 'outer']) },
    { when: 'a component and its boundary together move once', before: nested, step: (d) => moveRecords(d, { ids: ['inner', 'a'], by: { x: 20, y: 0 } }), then: (d) => expect(place(d, 'a')).toEqual({ x: 80, y: 60 }) },
    { when: 'dropped into a boundary, it belongs to it', before: nested, step: (d) => moveRecords(d, { ids: ['c'], by: { x: -600, y: 140 } }), then: (d) => expect(d.components.get('c')?.boundary).toBe('outer') },
    { when: 'dragged out, it is free', before: nested, step: (d) => moveRecords(d, { ids: ['a'], by: { x: 1200, y: 0 } }), then: (d) => expect(d.components.get('a')?.boundary).toBeUndefined() },
    { when: 'a boundary never lands in itself', before: nested, step: (d) => moveRecords(d, { ids: ['outer'], by: { x: 20, y: 20 } }), then: (d) => expect(d.boundaries.get('outer')?.boundary).toBeUndefined() },
    { when: 'corners between what moves move too', before: { ...flat, connections: new Map([...flat.connections].map(([id, c]) => [id, { ...c, waypoints: [{ x: 10, y: 10 }] }])) }, step: (d) => moveRecords(d, { ids: ['a', 'b'], by: { x: 5, y: 5 } }), then: (d) => expect(d.connections.get('c1')?.waypoints).toEqual([{ x: 15, y: 15 }]), label: 'Move 2 items' },
    { when: 'by nothing', before: flat, step: (d) => moveRecords(d, { ids: ['a'], by: { x: 0, y: 0 } }), then: null },
  ]);
});

describe('align, distribute, enclose, resize, place', () => {
  testCommand([
    { when: 'left edges', before: flat, step: (d) => alignRecords(d, { ids: ['a', 'b', 'c'], edge: 'left' }), then: (d) => expect(['a', 'b', 'c'].map((id) => place(d, id)?.x)).toEqual([0, 0, 0]) },
    { when: 'right edges', before: flat, step: (d) => alignRecords(d, { ids: ['a', 'b'], edge: 'right' }), then: (d) => expect(['a', 'b'].map((id) => place(d, id)?.x)).toEqual([300, 300]) },
    { when: 'middles', before: flat, step: (d) => alignRecords(d, { ids: ['a', 'c'], edge: 'middle' }), then: (d) => expect(['a', 'c'].map((id) => place(d, id)?.y)).toEqual([100, 100]) },
    { when: 'one alone has nothing to line up with', before: flat, step: (d) => alignRecords(d, { ids: ['a'], edge: 'left' }), then: null },
    { when: 'even gaps', before: flat, step: (d) => distributeRecords(d, { ids: ['c', 'a', 'b'], axis: 'x' }), then: (d) => expect(['a', 'b', 'c'].map((id) => place(d, id)?.x)).toEqual([0, 450, 900]) },
    { when: 'two have one gap only', before: flat, step: (d) => distributeRecords(d, { ids: ['a', 'b'], axis: 'x' }), then: null },
    { when: 'a boundary round two', before: flat, step: (d) => encloseRecords(d, { id: 'z', ids: ['a', 'b'], name: 'Zone' }), then: (d) => expect([d.components.get('a')?.boundary, d.components.get('c')?.boundary, d.boundaries.get('z')?.size]).toEqual(['z', undefined, { width: 524, height: 172 }]) },
    { when: 'a boundary in the boundary that all share', before: nested, step: (d) => encloseRecords(d, { id: 'z', ids: ['b', 'inner'], name: 'Zone' }), then: (d) => expect([d.boundaries.get('z')?.boundary, d.boundaries.get('inner')?.boundary]).toEqual(['outer', 'z']) },
    { when: 'nothing to enclose', before: flat, step: (d) => encloseRecords(d, { id: 'z', ids: ['nobody'], name: 'Zone' }), then: null },
    { when: 'a boundary keeps a smallest size', before: nested, step: (d) => resizeRecord(d, { id: 'inner', position: { x: 40, y: 40 }, size: { width: 1, height: 1 } }), then: (d) => expect(d.boundaries.get('inner')?.size).toEqual({ width: 120, height: 80 }) },
    { when: 'a component has no size of its own', before: flat, step: (d) => resizeRecord(d, { id: 'a', position: { x: 0, y: 0 }, size: { width: 500, height: 500 } }), then: null },
    { when: 'a layout gives up corners', before: { ...flat, connections: new Map([...flat.connections].map(([id, c]) => [id, { ...c, waypoints: [{ x: 10, y: 10 }] }])) }, step: (d) => placeRecords(d, { placements: new Map([['a', { position: { x: 7, y: 7 } }], ['b', { position: { x: 300, y: 7 } }]]) }), then: (d) => expect([place(d, 'a'), d.connections.get('c1')?.waypoints]).toEqual([{ x: 7, y: 7 }, undefined]), label: 'Tidy up' },
  ]);
});
