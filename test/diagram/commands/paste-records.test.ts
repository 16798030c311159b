import { describe, expect } from 'vitest';
import { duplicateRecords, pasteRecords } from '#diagram/commands/paste-records.ts';
import { emptyDiagram } from '#diagram/diagram.ts';
import { fragmentOf } from '#diagram/fragment.ts';
import { sketch } from '#diagram/sketch.ts';
import { at, countingIds, testCommand } from '../../support/test-command.ts';

const drawn = at(
  sketch(`service api "API"
queue jobs "Jobs"
worker mailer "Mailer" { dataStored: [] }
entity order "Order"
api -> jobs { dataFlows: [order] }
jobs -> mailer
accept queue/missing-dead-letter-queue on jobs "Retried by hand."`),
  { api: [0, 0], jobs: [300, 0], mailer: [600, 0] },
);
const other = sketch('entity order "Purchase order"\nservice shop');

describe('duplicate', () => {
  testCommand([
    {
      when: 'inner connections and acceptances come along, outer ones do not',
      before: drawn,
      step: (d) => duplicateRecords(d, { ids: ['api', 'jobs'], freshId: countingIds(), by: { x: 20, y: 20 } }),
      then: (d) => {
        expect([...d.components.values()].slice(3).map(({ name, position }) => [name, position])).toEqual([['API', { x: 20, y: 20 }], ['Jobs', { x: 320, y: 20 }]]);
        expect([...d.connections.values()].slice(2).map(({ from, to }) => [from, to])).toEqual([['n1', 'n2']]);
        expect([...d.suppressions.values()].map(({ on }) => on)).toEqual(['jobs', 'n2']);
      },
      label: 'Duplicate',
    },
    { when: 'nothing is chosen', before: drawn, step: (d) => duplicateRecords(d, { ids: [], freshId: countingIds(), by: { x: 20, y: 20 } }), then: null },
  ]);
});

describe('paste', () => {
  const fragment = fragmentOf(drawn, ['api', 'jobs']);
  testCommand([
    { when: 'into an empty diagram, around a point', before: emptyDiagram, step: (d) => pasteRecords(d, { fragment, freshId: countingIds(), at: { x: 1000, y: 1000 } }), then: (d) => expect([...d.components.values()].map(({ position }) => position)).toEqual([{ x: 760, y: 960 }, { x: 1060, y: 960 }]) },
    { when: 'the entity that both know is shared', before: drawn, step: (d) => pasteRecords(d, { fragment, freshId: countingIds() }), then: (d) => expect([...d.entities.keys()]).toEqual(['order']) },
    { when: 'another entity of the same id keeps its own', before: other, step: (d) => pasteRecords(d, { fragment, freshId: countingIds() }), then: (d) => expect([[...d.entities.values()].map(({ name }) => name), [...d.connections.values()][0]?.properties.dataFlows]).toEqual([['Purchase order', 'Order'], ['n1']]) },
    { when: 'an empty fragment', before: drawn, step: (d) => pasteRecords(d, { fragment: emptyDiagram, freshId: countingIds() }), then: null },
  ]);
});
