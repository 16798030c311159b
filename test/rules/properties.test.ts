import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { putRecord } from '#diagram/edits.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Finding, Report } from '#rules/finding.ts';
import { fixesOf } from '#rules/fixes.ts';
import { rules } from '#rules/rules.ts';
import { createValidator, validate } from '#rules/validate.ts';
import { anyDiagram, nonsense } from '../support/random-diagrams.ts';
import { edited } from '../support/random-edits.ts';
import { reference, references } from '../support/references.ts';
import { renamedIds, shuffled } from '../support/same-diagram.ts';
import { freshIds } from '../support/test-rule.ts';

/** Rules that the recommended preset leaves out, so that all are on. */
const leftOut = Object.fromEntries(rules.filter(({ recommended }) => recommended === false).map(({ id, severity }) => [id, severity]));
const judged = (diagram: Diagram): Diagram => ({ ...diagram, settings: { ...diagram.settings, lintConfig: { rules: leftOut } } });

/** Random diagrams, and drawn ones in which most rules have something to look at. */
const someDiagram: fc.Arbitrary<Diagram> = fc
  .oneof(
    { weight: 3, arbitrary: anyDiagram },
    { weight: 2, arbitrary: fc.constantFrom(...rules.flatMap(({ examples }) => [examples.bad, examples.good]).map((text) => sketch(text))) },
    { weight: 1, arbitrary: fc.constantFrom(...references.map(reference)) },
  )
  .map(judged);

/** What a report says, whatever the order in which it says it. */
function content({ findings, accepted, questions }: Report, except: ReadonlySet<string> = new Set()): unknown {
  const sorted = <T>(items: readonly T[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();
  const said = ({ key, severity, messageId, message, related }: Finding): unknown => ({ key, severity, messageId, message, related: sorted(related) });
  return {
    findings: sorted(findings.filter(({ rule }) => !except.has(rule)).map(said)),
    accepted: sorted(accepted.filter(({ rule }) => !except.has(rule)).map(said)),
    questions: sorted(questions.map(({ key, fields }) => ({ key, fields: sorted(fields) }))),
  };
}

vi.setConfig({ testTimeout: 60_000 });

const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_125 });

describe('whatever is drawn', () => {
  test('no rule crashes on a valid diagram, and two runs say the same', () => {
    fc.assert(
      fc.property(someDiagram, (diagram) => {
        expect(validate({ ...diagram })).toEqual(validate(diagram));
      }),
      runs(300),
    );
  });

  test('no rule crashes on nonsense, and two runs say the same', () => {
    fc.assert(
      fc.property(nonsense, (diagram) => {
        const report = validate(diagram);
        expect(validate({ ...diagram })).toEqual(report);
        for (const finding of report.findings) for (const fix of fixesOf(finding, diagram)) fix.apply(diagram, freshIds());
      }),
      runs(300),
    );
  });

  test('messages are whole sentences', () => {
    fc.assert(
      fc.property(someDiagram, (diagram) => {
        for (const { message } of validate(diagram).findings) expect(message).not.toMatch(/[{}]|undefined|NaN|Infinity|\[object/);
      }),
      runs(150),
    );
  });
});

/** Of components that share a name, the specification names the last one in the file. */
const readsTheOrder = new Set(['model/duplicate-name']);

describe('what carries no meaning changes nothing', () => {
  test('the order of records', () => {
    fc.assert(
      fc.property(someDiagram, fc.gen(), (diagram, draw) => {
        expect(content(validate(shuffled(diagram, draw)), readsTheOrder)).toEqual(content(validate(diagram), readsTheOrder));
      }),
      runs(300),
    );
  });

  test('ids', () => {
    const renamed = (id: Id): Id => (id === 'diagram' ? id : `§${id}`);
    const back = (report: Report): Report => JSON.parse(JSON.stringify(report).replaceAll('§', '')) as Report;
    fc.assert(
      fc.property(someDiagram, (diagram) => {
        expect(content(back(validate(renamedIds(diagram, renamed))))).toEqual(content(validate(diagram)));
      }),
      runs(300),
    );
  });

  test('names, but for the rules that read them', () => {
    const readsNames = new Set(['model/duplicate-name']);
    const verdicts = (diagram: Diagram): readonly string[] => validate(diagram).findings.filter(({ rule }) => !readsNames.has(rule)).map(({ key, severity, messageId }) => `${severity} ${key} ${messageId}`).sort();
    fc.assert(
      fc.property(someDiagram, (diagram) => {
        const components = new Map([...diagram.components.values()].map((component, index) => [component.id, { ...component, name: `Renamed ${index}` }]));
        expect(verdicts({ ...diagram, components })).toEqual(verdicts(diagram));
      }),
      runs(300),
    );
  });

  test('positions', () => {
    fc.assert(
      fc.property(someDiagram, (diagram) => {
        const components = new Map([...diagram.components.values()].map((component, index) => [component.id, { ...component, position: { x: index * 300, y: -40 }, size: { width: 200, height: 90 } }]));
        expect(validate({ ...diagram, components })).toEqual(validate(diagram));
      }),
      runs(100),
    );
  });
});

test('a component without connections adds at most that it is alone', () => {
  fc.assert(
    fc.property(someDiagram, fc.constantFrom(...kinds), (diagram, kind) => {
      const said = ({ findings, accepted }: Report): string[] => [...findings, ...accepted].map(({ key, severity, messageId }) => `${severity} ${key} ${messageId}`);
      const before = new Set(said(validate(diagram)));
      const after = said(validate(putRecord(diagram, 'components', { id: 'alone', kind: kind.id, name: 'Nowhere else', properties: {} })));
      expect(after.filter((each) => !before.has(each) && !each.includes('model/orphan-component@'))).toEqual([]);
    }),
    runs(300),
  );
});

test('every fix changes something, and ends its finding unless it says that it does not', () => {
  fc.assert(
    fc.property(someDiagram, (diagram) => {
      for (const finding of validate(diagram).findings) {
        for (const fix of fixesOf(finding, diagram)) {
          const step = fix.apply(diagram, freshIds());
          const what = `${finding.rule}: "${fix.title}"`;
          expect(step, `${what} changes something`).not.toBeNull();
          if (!step || fix.completes === false) continue;
          const said = validate(applyDiff(diagram, step.diff)).findings.map(({ key, messageId }) => `${key} ${messageId}`);
          expect(said, `${what} ends the finding`).not.toContain(`${finding.key} ${finding.messageId}`);
        }
      }
    }),
    runs(100),
  );
});

test('after any edits, what is remembered says the same as a full run', () => {
  fc.assert(
    fc.property(someDiagram, fc.integer({ min: 1, max: 6 }), fc.gen(), (diagram, count, draw) => {
      const check = createValidator();
      let now = diagram;
      check(now);
      for (let turn = 0; turn < count; turn++) {
        now = edited(now, draw);
        expect(check(now)).toEqual(validate({ ...now }));
      }
    }),
    runs(150),
  );
});
