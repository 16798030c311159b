import { describe, expect, test } from 'vitest';
import type { Diagram, Naming } from '#diagram/diagram.ts';
import { writeReportCard } from '#formats/markdown/report-card.ts';
import type { Attempt } from '#practice/attempt.ts';
import { type Debrief, debriefOf, differenceFrom } from '#practice/debrief.ts';
import { tenTimesTheWrites } from '#practice/curveballs/ten-times-the-writes.ts';
import { mutantOf } from '#practice/design-notation.ts';
import { mainNumbers } from '#practice/main-numbers.ts';
import { reportCardOf } from '#practice/report-card.ts';
import { concertTicketing } from '#practice/scenarios/concert-ticketing.ts';
import { validate } from '#rules/validate.ts';
import { sketch } from '#diagram/sketch.ts';

const flawed = mutantOf(concertTicketing, { what: '', text: 'set booking-svc -> tickets-db { conditionalWrite: false }\nset seat-lock { ttlMs: unset }\nset event-svc { instances: 2, autoScaling: manual }', fails: [] }, 'reference');

const debriefed = (diagram: Diagram, named: readonly Naming[] = [], told: readonly string[] = []): Debrief => debriefOf(concertTicketing, diagram, { report: validate(diagram), named, told: new Set(told) });

describe('the debrief', () => {
  const findings = validate(flawed).findings.filter(({ severity }) => severity !== 'suggestion');
  const [first, second] = findings;

  test('tells what fails before what is open, and what is mandatory before the rest', () => {
    const { requirements, complete } = debriefed(flawed);
    const shown = requirements.map(({ mandatory, verdict }) => `${mandatory ? 'mandatory' : 'bonus'} ${verdict}`);
    expect(complete).toBe(false);
    expect([...new Set(shown)]).toEqual(['mandatory not-met', 'mandatory cannot-tell', 'mandatory met', 'bonus met']);
    expect(requirements.find(({ id }) => id === 'M2')?.witness).toContain('tickets-db');
  });

  test('says of each finding whether it was named, missed or told before', () => {
    const { findings: told, wrongNames } = debriefed(flawed, [{ rule: first?.rule ?? '', on: first?.primary ?? '' }, { rule: 'cache/hot-key' }], [second?.key ?? '']);
    const statusOf = (key: string | undefined): string | undefined => told.find(({ finding }) => finding.key === key)?.status;
    expect([findings.length >= 2, statusOf(first?.key), statusOf(second?.key), wrongNames]).toEqual([true, 'named', 'told', [{ rule: 'cache/hot-key' }]]);
    expect(told.filter(({ finding }) => finding.severity === 'suggestion').every(({ status }) => status === 'unasked')).toBe(true);
  });

  test('names the mistakes that were made, and brings pitch and designs', () => {
    const { mistakes, pitch, designs } = debriefed(flawed);
    expect(mistakes.map(({ text }) => text)).toEqual(['Trusting the lock alone: when it runs out early, a seat is sold twice.']);
    expect([pitch, designs]).toEqual([concertTicketing.pitch, concertTicketing.designs]);
  });

  test('compares with any design, what checks ask for first', () => {
    const groups = differenceFrom(concertTicketing, flawed, 'reference').map(({ group, yours }) => [group, ...yours]);
    expect(groups.slice(0, 2)).toEqual([['property', 'c11'], ['property', 'seat-lock']]);
    expect(differenceFrom(concertTicketing, flawed, 'one-shop-queues').some(({ group, side }) => group === 'component' && side === 'reference')).toBe(true);
  });
});

describe('numbers on the ways that clients wait for', () => {
  const design = sketch('client web\nservice api { instances: 2, perInstanceRps: 100, serviceTimeMs: 10 }\ncore-database db\nworker w\nqueue q\nsettings { latencyTargetP99Ms: 200 }\nweb -> api { access: read, peakRps: 100 }\napi -> db { access: read }\napi -> q -> w');
  test('only what is known', () => {
    const { components, paths } = mainNumbers(design);
    expect(components.map(({ component, load, use, p99Ms }) => [component, load?.value, use?.value, p99Ms])).toEqual([['api', 100, 0.5, 40], ['db', 100, undefined, undefined]]);
    expect(paths).toEqual([]);
  });
  test('the slowest way, where every part is known', () => {
    const known = { ...design, components: new Map([...design.components].map(([id, component]) => [id, id === 'db' ? { ...component, properties: { latencyP50Ms: 5, latencyP99Ms: 20 } } : component])) };
    const [path] = mainNumbers(known).paths;
    expect([path?.components, path?.targetP99Ms, (path?.p99Ms ?? 0) > (path?.p50Ms ?? Infinity)]).toEqual([['web', 'api', 'db'], 200, true]);
  });
});

const attempt: Attempt = {
  id: 'a1',
  scenario: 'concert-ticketing',
  title: 'Concert ticketing',
  started: 0,
  ended: 1,
  minutes: { requirements: 5.5, entities: 3, api: 4, 'high-level-design': 17, 'deep-dives': 14 },
  pauses: { count: 1, minutes: 2 },
  hints: 2,
  questions: 0,
  checks: [],
  findings: { error: 1, warning: 2, suggestion: 0 },
  named: 6,
  nameable: 9,
  missed: [],
  curveball: { id: 'ten-times-the-writes', met: true, minimal: false, broken: ['M2'] },
  score: { points: 71, parts: [{ part: 'mandatory', points: 60, of: 70, why: '6 of 7 mandatory requirements met.' }, { part: 'hints', points: -4, of: 0, why: '2 hints taken.' }] },
};

describe('the report card', () => {
  const card = reportCardOf(attempt, debriefed(flawed), { date: '25 November 2026', curveball: tenTimesTheWrites({ writesPerSecond: 2000 }), planned: { api: 8 } });

  test('is made from attempt and debrief', () => {
    expect([card.score, card.named, card.nameable, card.hints, card.complete]).toEqual([71, 6, 9, 2, false]);
    expect(card.curveball).toEqual({ title: 'Ten times the writes', met: true, minimal: false, broken: ['The write of a booking turns a second buyer away, even if the lock fails.'] });
    expect(card.phases.slice(0, 3)).toEqual([
      { title: 'Requirements', minutes: 5.5, planned: 5 },
      { title: 'Core entities', minutes: 3, planned: 3 },
      { title: 'API', minutes: 4, planned: 8 },
    ]);
    expect(card.nextSteps).toHaveLength(3);
    expect(card.nextSteps[0]).toMatch(/^Meet it next time: /);
  });

  test('reads well as Markdown, whatever names hold', () => {
    const text = writeReportCard({ ...card, requirements: [{ title: 'Names | and *stars*', mandatory: false, verdict: 'cannot-tell', reason: 'Not stated.' }], findings: [{ severity: 'error', message: '<b> is full.', named: true }], nextSteps: [] });
    expect(text).toBe(`# Concert ticketing: 71 of 100

25 November 2026. Not complete yet.

- 60: 6 of 7 mandatory requirements met.
- −4: 2 hints taken.

## Requirements

| Requirement |  | Verdict | Why |
| --- | --- | --- | --- |
| Names \\| and \\*stars\\* | bonus | Cannot tell | Not stated. |

## Before the reveal

- 6 of 9 weaknesses named.
- 2 hints taken.

## Curveball

- Ten times the writes: met.
- Some changes were not needed.
- Met before, not any more: The write of a booking turns a second buyer away, even if the lock fails.

## Time

| Phase | Spent | Planned |
| --- | --- | --- |
| Requirements | 5.5 min | 5 min |
| Core entities | 3 min | 3 min |
| API | 4 min | 8 min |
| High-level design | 17 min | 17 min |
| Deep dives | 14 min | 15 min |

Paused for 2 min.

## Findings

- Error: \\<b\\> is full. You named it.
`);
  });

  test('has no empty sections', () => {
    const { curveball: _, ...rest } = card;
    const text = writeReportCard({ ...rest, requirements: [], findings: [], nextSteps: [], nameable: 0, hints: 0 });
    expect(text.match(/^## .*/gm)).toEqual(['## Before the reveal', '## Time']);
    expect(text).toContain('There was no weakness to name.');
  });
});
