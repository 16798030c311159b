import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { boundariesAround } from '#rules/acceptance.ts';
import { ledgerOf } from '#rules/ledger.ts';
import { validate } from '#rules/validate.ts';

const today = '2026-03-01';
const drawn = 'service api\nqueue jobs\nqueue mails\nworker mailer\napi -> jobs -> mailer\napi -> mails -> mailer\nboundary vpc [jobs, mails]';
const entries = (text: string) => {
  const diagram = sketch(`${drawn}\n${text}`);
  return ledgerOf(diagram, validate(diagram, { today }), today).map(({ suppression, covered, state }) => [suppression.rule, state, covered.filter(({ rule }) => rule.startsWith('queue/missing')).map(({ primary }) => primary)]);
};

test.each<readonly [string, string, readonly unknown[]]>([
  ['one finding', 'accept queue/missing-dead-letter-queue on jobs "A lost job is fine."', ['queue/missing-dead-letter-queue', 'holds', ['jobs']]],
  ['a boundary covers its members', 'accept queue/missing-dead-letter-queue on vpc "Lost jobs are fine."', ['queue/missing-dead-letter-queue', 'holds', ['jobs', 'mails']]],
  ['a group', 'accept queue/* on mails "A lost mail is fine."', ['queue/*', 'holds', ['mails']]],
  ['nothing to cover', 'accept queue/missing-dead-letter-queue on api "It was a queue before."', ['queue/missing-dead-letter-queue', 'stale', []]],
  ['run out', 'accept queue/missing-dead-letter-queue on jobs "A lost job is fine." { until: "2026-02-01" }', ['queue/missing-dead-letter-queue', 'ended', ['jobs']]],
  ['switched off', 'accept queue/missing-dead-letter-queue on api "It was a queue before."\nsettings { lintConfig: { rules: { queue/missing-dead-letter-queue: off } } }', ['queue/missing-dead-letter-queue', 'off', []]],
])('%s', (_, text, entry) => {
  expect(entries(text)).toEqual([entry]);
});

test('a fresh acceptance holds before the rules have run again', () => {
  const before = sketch(drawn);
  const after = sketch(`${drawn}\naccept queue/missing-dead-letter-queue on jobs "A lost job is fine."`);
  expect(ledgerOf(after, validate(before), today)[0]?.state).toBe('holds');
});

test('what needs attention comes first', () => {
  expect(entries('accept queue/missing-dead-letter-queue on jobs "A lost job is fine."\naccept lock/no-expiry on api "There was a lock."').map(([rule]) => rule)).toEqual(['lock/no-expiry', 'queue/missing-dead-letter-queue']);
});

test('boundaries around a record, from the inside out', () => {
  const diagram = sketch('service a\nqueue b\nservice c\na -> b\nb -> c\nboundary zone [a, b]\nboundary region [zone, c]');
  expect(boundariesAround(diagram, 'a')).toEqual(['zone', 'region']);
  expect(boundariesAround(diagram, 'c1')).toEqual(['zone', 'region']);
  expect(boundariesAround(diagram, 'c2')).toEqual(['region']);
  expect(boundariesAround(diagram, 'diagram')).toEqual([]);
});
