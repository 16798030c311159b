import { expect, test } from 'vitest';
import { setName } from '#diagram/commands/set-name.ts';
import { moveRecords } from '#diagram/commands/move-records.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { emptyHistory, type History, record, redo, undo } from '#diagram/history.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Transaction } from '#diagram/transaction.ts';

interface Past {
  readonly diagram: Diagram;
  readonly history: History;
}

const start: Past = { diagram: sketch('service api'), history: emptyHistory };
const after = (past: Past, ...steps: ((diagram: Diagram) => Transaction | null)[]): Past =>
  steps.reduce(({ diagram, history }, make) => {
    const step = make(diagram);
    return step ? { diagram: applyDiff(diagram, step.diff), history: record(history, step) } : { diagram, history };
  }, past);
const named = (name: string, gesture?: string) => (diagram: Diagram) => setName(diagram, { id: 'api', name, ...(gesture ? { gesture } : {}) });
const nameIn = (past: Past | null): string | undefined => past?.diagram.components.get('api')?.name;
const undone = ({ diagram, history }: Past): Past => undo(diagram, history) ?? { diagram, history };

test.each([
  { when: 'steps of one gesture are one', steps: [named('a', 'g'), named('ab', 'g'), named('abc', 'g')], done: 1 },
  { when: 'two gestures are two', steps: [named('a', 'g'), named('b', 'h')], done: 2 },
  { when: 'without a gesture each stands alone', steps: [named('a'), named('b')], done: 2 },
  { when: 'a step between ends the gesture', steps: [named('a', 'g'), (d: Diagram) => moveRecords(d, { ids: ['api'], by: { x: 20, y: 0 } }), named('b', 'g')], done: 3 },
  { when: 'a gesture that ends where it began leaves nothing', steps: [named('a', 'g'), named('api', 'g')], done: 0 },
])('$when', ({ steps, done }) => {
  expect(after(start, ...steps).history.done).toHaveLength(done);
});

test('undo and redo walk the same way', () => {
  const past = after(start, named('a'), named('b'));
  const back = undone(undone(past));
  expect(nameIn(back)).toBe('api');
  expect(undo(back.diagram, back.history)).toBeNull();
  expect(nameIn(redo(back.diagram, back.history))).toBe('a');
});

test('a new step gives up what was undone, and is not squashed into a gesture before it', () => {
  const past = after(undone(after(start, named('a', 'g'), named('b'))), named('c', 'g'));
  expect(past.history.undone).toEqual([]);
  expect(nameIn(undone(past))).toBe('a');
});

test('the oldest of very many steps are forgotten', () => {
  const many = after(start, ...Array.from({ length: 600 }, (_, index) => named(`name ${index}`)));
  expect(many.history.done).toHaveLength(500);
});
