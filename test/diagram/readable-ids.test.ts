import { expect, test } from 'vitest';
import { putRecord } from '#diagram/edits.ts';
import { withReadableIds } from '#diagram/readable-ids.ts';
import { sketch } from '#diagram/sketch.ts';

const before = sketch('service api "API"\nqueue jobs "Jobs"\nqueue jobs-dlq "Taken"\napi -> jobs as c1');

test('new records are called by their names, and nothing collides', () => {
  const after = sketch('service api "API"\nqueue jobs "Jobs"\nqueue jobs-dlq "Taken"\nqueue new-1 "Jobs DLQ"\nservice new-2 "Über mich"\nworker new-3 "印刷"\nworker new-4 "Diagram"\napi -> jobs as c1\njobs -> new-1 as new-5\nnote new-6 "Why." { attachedTo: [new-1] }\nboundary new-7 "West" [new-1]');
  const named = withReadableIds(before, after);
  expect([...named.components.keys()]).toEqual(['api', 'jobs', 'jobs-dlq', 'jobs-dlq-2', 'uber-mich', 'new-1', 'diagram-2']);
  expect([...named.connections.keys()]).toEqual(['c1', 'jobs-to-jobs-dlq-2']);
  expect(named.connections.get('jobs-to-jobs-dlq-2')).toMatchObject({ from: 'jobs', to: 'jobs-dlq-2' });
  expect(named.notes.get('note')?.properties.attachedTo).toEqual(['jobs-dlq-2']);
  expect(named.components.get('jobs-dlq-2')?.boundary).toBe('west');
});

test('what was there keeps its id, and a diagram without new records is the same', () => {
  expect(withReadableIds(before, before)).toBe(before);
  const changed = putRecord(before, 'components', { id: 'api', kind: 'service', name: 'Renamed', properties: {} });
  expect(withReadableIds(before, changed)).toBe(changed);
});
