import { expect, test } from 'vitest';
import { changesOf, drawnChanges } from '#diagram/changes.ts';
import { reverseConnection } from '#diagram/commands/reconnect.ts';
import { setProperties } from '#diagram/commands/set-properties.ts';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { moveRecords } from '#diagram/commands/move-records.ts';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Transaction } from '#diagram/transaction.ts';
import { at } from '../support/test-command.ts';

const before = at(sketch('service a "Alpha"\nqueue q "Jobs"\na -> q'), { a: [0, 0], q: [300, 0] });
const after = (step: Transaction | null): Diagram => (step ? applyDiff(before, step.diff) : before);
const idsOf = (changed: Diagram): Record<string, readonly string[]> => {
  const { added, changed: updated, removed } = drawnChanges(before, changed);
  return { added: added.map(({ id }) => id), changed: updated.map(({ id }) => id), removed: removed.map(({ id }) => id) };
};

test('nothing differs from itself', () => {
  expect(changesOf(before, before)).toEqual([]);
});

test('a stated value is one change; who stated it is none', () => {
  const stated = after(setProperties(before, { ids: ['q'], values: { ordering: 'none' } }));
  const marked: Diagram = { ...stated, components: new Map([...stated.components].map(([id, record]) => [id, { ...record, origins: { ordering: 'fix' as const } }])) };
  expect(changesOf(before, marked)).toEqual([{ type: 'set', table: 'components', id: 'q', field: 'properties.ordering', from: undefined, to: 'none' }]);
  expect(idsOf(marked)).toEqual({ added: [], changed: ['q'], removed: [] });
});

test('what comes is told first, what goes last', () => {
  const bigger = sketch('service a "Alpha"\nqueue r "Mails"\na -> r');
  expect(changesOf(before, { ...bigger, components: new Map([...bigger.components].map(([id, record]) => [id, { ...record, position: before.components.get(id)?.position ?? { x: 0, y: 200 } }])) })).toEqual([
    { type: 'add', table: 'components', id: 'r' },
    { type: 'set', table: 'connections', id: 'c1', field: 'to', from: 'q', to: 'r' },
    { type: 'remove', table: 'components', id: 'q' },
  ]);
});

test('what goes somewhere else is drawn twice: struck where it was, new where it will be', () => {
  expect(idsOf(after(moveRecords(before, { ids: ['q'], by: { x: 20, y: 0 } })))).toEqual({ added: ['q'], changed: [], removed: ['q'] });
  expect(idsOf(after(reverseConnection(before, { ids: ['c1'] })))).toEqual({ added: ['c1'], changed: [], removed: ['c1'] });
});

test('what is deleted is drawn as it was', () => {
  const { removed } = drawnChanges(before, after(deleteRecords(before, { ids: ['q'] })));
  expect(removed).toEqual([before.components.get('q'), before.connections.get('c1')]);
});
