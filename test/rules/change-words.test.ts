import { expect, test } from 'vitest';
import { reverseConnection } from '#diagram/commands/reconnect.ts';
import { setProperties } from '#diagram/commands/set-properties.ts';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Transaction } from '#diagram/transaction.ts';
import { changeWords } from '#rules/change-words.ts';
import { fixesOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { countingIds } from '../support/test-command.ts';

const before = sketch('service a "Alpha"\nqueue q "Jobs"\nworker w "Mailer"\nboundary vpc "VPC" [w]\na -> q -> w\naccept queue/no-retry on q "It is retried by hand."');
const words = (after: Diagram): readonly string[] => changeWords(before, after).map(({ text }) => text);
const made = (step: Transaction | null): Diagram => (step ? applyDiff(before, step.diff) : before);

test('the fix of a missing dead-letter queue says what it adds', () => {
  const finding = validate(before).findings.find(({ rule }) => rule === 'queue/missing-dead-letter-queue');
  const [fix] = finding ? fixesOf(finding, before) : [];
  const lines = words(made(fix?.apply(before, countingIds()) ?? null));
  expect(lines).toContain('Adds queue Jobs DLQ');
  expect(lines).toContain('Connects Jobs to Jobs DLQ');
  expect(lines.some((line) => /^Sets .+ = .+ on Jobs$/.test(line))).toBe(true);
});

test.each<readonly [string, Diagram, readonly string[]]>([
  ['a value', made(setProperties(before, { ids: ['q'], values: { maxDeliveryAttempts: 5 } })), ['Sets Max delivery attempts = 5 on Jobs']],
  ['a direction', made(reverseConnection(before, { ids: ['c1'] })), ['Reverses the connection from Alpha to Jobs', 'Sets Interaction = Consume on the connection from Alpha to Jobs']],
  ['a setting', { ...before, settings: { availabilityTarget: 0.99 } }, ['Sets Availability target = 99 % on the diagram']],
  ['an acceptance', { ...before, suppressions: new Map() }, ['Withdraws the acceptance of queue/no-retry on Jobs']],
  ['a boundary', { ...before, components: new Map([...before.components].map(([id, record]) => [id, id === 'a' ? { ...record, boundary: 'vpc' } : record])) }, ['Puts Alpha into VPC']],
  ['a kind', { ...before, components: new Map([...before.components].map(([id, record]) => [id, id === 'q' ? { ...record, kind: 'stream' } : record])) }, ['Turns Jobs into a stream']],
  ['nothing', before, []],
])('%s', (_, after, lines) => {
  expect(words(after)).toEqual(lines);
});

test('what is taken away is told as taken away', () => {
  const stated = made(setProperties(before, { ids: ['q'], values: { maxDeliveryAttempts: 5 } }));
  const gone = { ...before, connections: new Map([...before.connections].filter(([id]) => id === 'c1')) };
  expect(changeWords(stated, before)).toEqual([{ type: 'removes', text: 'Clears Max delivery attempts on Jobs' }]);
  expect(changeWords(before, gone)).toEqual([{ type: 'removes', text: 'Removes the connection from Jobs to Mailer' }]);
});
