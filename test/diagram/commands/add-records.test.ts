import { describe, expect } from 'vitest';
import { addBoundary } from '#diagram/commands/add-boundary.ts';
import { addComponent } from '#diagram/commands/add-component.ts';
import { addNote } from '#diagram/commands/add-note.ts';
import { emptyDiagram } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { testCommand } from '../../support/test-command.ts';

const zone = addBoundary(emptyDiagram, { id: 'vpc', name: 'VPC', position: { x: 0, y: 0 }, size: { width: 600, height: 400 } });
const withZone = zone ? applyDiff(emptyDiagram, zone.diff) : emptyDiagram;
const queue = { id: 'q', kind: 'queue', name: 'Jobs' };

describe('add component', () => {
  testCommand([
    { when: 'it lands outside', before: withZone, step: (d) => addComponent(d, { ...queue, position: { x: 900, y: 0 } }), then: (d) => expect(d.components.get('q')).toEqual({ ...queue, position: { x: 900, y: 0 }, properties: {} }), label: 'Add Jobs' },
    { when: 'its middle lies in a boundary', before: withZone, step: (d) => addComponent(d, { ...queue, position: { x: 500, y: 0 } }), then: (d) => expect(d.components.get('q')?.boundary).toBe('vpc') },
    { when: 'only its corner lies in a boundary', before: withZone, step: (d) => addComponent(d, { ...queue, position: { x: 580, y: 0 } }), then: (d) => expect(d.components.get('q')?.boundary).toBeUndefined() },
    { when: 'it comes with values', before: emptyDiagram, step: (d) => addComponent(d, { id: 'd', kind: 'core-database', name: 'SQL', position: { x: 0, y: 0 }, properties: { paradigm: 'relational' } }), then: (d) => expect(d.components.get('d')?.properties).toEqual({ paradigm: 'relational' }) },
    { when: 'a component has the id', before: { ...emptyDiagram, components: new Map([['q', { ...queue, properties: {} }]]) }, step: (d) => addComponent(d, { ...queue, position: { x: 0, y: 0 } }), then: null },
  ]);
});

describe('add boundary and note', () => {
  testCommand([
    { when: 'a boundary within a boundary', before: withZone, step: (d) => addBoundary(d, { id: 'az', name: 'Zone', position: { x: 20, y: 60 }, size: { width: 200, height: 200 } }), then: (d) => expect(d.boundaries.get('az')?.boundary).toBe('vpc') },
    { when: 'a boundary has the id', before: withZone, step: (d) => addBoundary(d, { id: 'vpc', name: 'Again', position: { x: 0, y: 0 }, size: { width: 200, height: 200 } }), then: null },
    { when: 'a note in a boundary', before: withZone, step: (d) => addNote(d, { id: 'n', text: 'Why', position: { x: 20, y: 20 } }), then: (d) => expect(d.notes.get('n')).toMatchObject({ text: 'Why', boundary: 'vpc' }) },
  ]);
});
