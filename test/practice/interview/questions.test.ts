import { expect, test } from 'vitest';
import type { Naming } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { isTold, means, namedText, namedWeaknesses } from '#practice/interview/named-weaknesses.ts';
import { askedQuestion, nextQuestion } from '#practice/interview/next-question.ts';
import type { Finding, Report, Severity } from '#rules/finding.ts';
import { validate } from '#rules/validate.ts';

const diagram = sketch('client web\nservice api "Shop"\nqueue jobs "Jobs"\nworker mailer\nweb -> api -> jobs -> mailer');

test('everything is asked once: first what is open, then what bites in the kinds in use', () => {
  const report = validate(diagram);
  const asked: string[] = [];
  for (let question = nextQuestion(diagram, report, asked); question; question = nextQuestion(diagram, report, asked)) {
    expect(question.text).toMatch(/\?$/);
    asked.push(question.key);
  }
  expect(new Set(asked).size).toBe(asked.length);
  const caveats = asked.filter((key) => key.startsWith('caveat/'));
  expect(asked.slice(0, asked.length - caveats.length).toSorted()).toEqual(report.questions.map(({ key }) => key).toSorted());
  expect(caveats.slice(0, 4).map((key) => key.split('/')[1]).toSorted()).toEqual(['client', 'queue', 'service', 'worker']);
});

const nothing: Report = { findings: [], accepted: [], questions: [] };
const open = (rule: string, primary: string) => ({ key: `${rule}@${primary}`, rule, primary, fields: [], question: 'What then?' });

test('a rule that has not asked yet comes before one that has', () => {
  const report = { ...nothing, questions: [open('a/x', 'api'), open('a/x', 'jobs'), open('b/y', 'api')] };
  const first = nextQuestion(diagram, report, []);
  expect(first).toEqual({ key: 'a/x@api', text: 'Shop: What then?', record: 'api' });
  expect(nextQuestion(diagram, report, ['a/x@api'])?.key).toBe('b/y@api');
  expect(nextQuestion(diagram, report, ['a/x@api', 'b/y@api'])?.key).toBe('a/x@jobs');
});

test('what was asked can be read again until it is answered', () => {
  const report = { ...nothing, questions: [open('a/x', 'api')] };
  expect(askedQuestion(diagram, report, 'a/x@api')).toEqual(nextQuestion(diagram, report, []));
  expect(askedQuestion(diagram, nothing, 'a/x@api')).toBeUndefined();
  expect(askedQuestion(diagram, nothing, 'caveat/queue/0')?.record).toBe('jobs');
});

test('an empty page raises no question', () => {
  expect(nextQuestion(sketch(''), nothing, [])).toBeUndefined();
});

const finding = (rule: string, primary: string, severity: Severity = 'warning', related: readonly string[] = []): Finding => ({
  key: `${rule}@${primary}`, rule, severity, messageId: 'm', message: '', data: {}, primary, related: related.map((id) => ({ id, role: 'other' })), witness: [], evidence: [],
});
const report: Report = {
  findings: [finding('database/no-backup', 'db', 'error'), finding('queue/no-retry', 'jobs', 'warning', ['mailer']), finding('queue/no-retry', 'mails'), finding('connection/no-timeout', 'c1', 'suggestion')],
  accepted: [finding('cache/hot-key', 'cache')],
  questions: [{ key: 'topology/single-point-of-failure@api', rule: 'topology/single-point-of-failure', primary: 'api', fields: [{ record: 'api', property: 'instances' }], question: 'How many?' }],
};

test.each<{ when: string; namings: readonly Naming[]; named: readonly string[]; wrong: number; text: string }>([
  { when: 'nothing is named', namings: [], named: [], wrong: 0, text: '0 of 3 named before the reveal.' },
  { when: 'the rule on its record', namings: [{ rule: 'database/no-backup', on: 'db' }], named: ['database/no-backup@db'], wrong: 0, text: '1 of 3 named before the reveal.' },
  { when: 'the rule on a record that plays a part', namings: [{ rule: 'queue/no-retry', on: 'mailer' }], named: ['queue/no-retry@jobs'], wrong: 0, text: '1 of 3 named before the reveal.' },
  { when: 'the rule alone: all of its findings', namings: [{ rule: 'queue/no-retry' }], named: ['queue/no-retry@jobs', 'queue/no-retry@mails'], wrong: 0, text: '2 of 3 named before the reveal.' },
  { when: 'the rule on another record', namings: [{ rule: 'database/no-backup', on: 'jobs' }], named: [], wrong: 1, text: '0 of 3 named before the reveal.' },
  { when: 'the same finding twice', namings: [{ rule: 'database/no-backup' }, { rule: 'database/no-backup', on: 'db' }], named: ['database/no-backup@db'], wrong: 0, text: '1 of 3 named before the reveal.' },
  { when: 'what the judge itself cannot decide: neither right nor wrong', namings: [{ rule: 'topology/single-point-of-failure', on: 'api' }], named: [], wrong: 0, text: '0 of 3 named before the reveal.' },
  { when: 'a suggestion and an accepted finding: neither right nor wrong', namings: [{ rule: 'connection/no-timeout' }, { rule: 'cache/hot-key', on: 'cache' }], named: [], wrong: 0, text: '0 of 3 named before the reveal.' },
])('$when', ({ namings, named, wrong, text }) => {
  const score = namedWeaknesses(namings, report);
  expect(score.named.map(({ key }) => key)).toEqual(named);
  expect(score.missed.length).toBe(3 - named.length);
  expect(score.wrong.length).toBe(wrong);
  expect(namedText(score)).toBe(text);
});

test('what the judge has said aloud comes too late', () => {
  expect([isTold({ rule: 'queue/no-retry', on: 'mailer' }, report), isTold({ rule: 'queue/no-retry', on: 'db' }, report), isTold({ rule: 'queue/no-retry' }, nothing)]).toEqual([true, false, false]);
});

test('where nothing was wrong there was nothing to name', () => {
  expect(namedText(namedWeaknesses([], nothing))).toBe('There was no weakness to name.');
  expect(means({ rule: 'a/b' }, finding('a/c', 'x'))).toBe(false);
});
