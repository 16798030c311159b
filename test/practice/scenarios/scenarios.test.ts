import { describe, expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import { checksOf, grade, mistakesMade } from '#practice/grade.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarios } from '#practice/scenarios.ts';
import { validate } from '#rules/validate.ts';
import { reference } from '../../support/references.ts';

/** What is said of the design, as far as it is not "met". */
const objections = (scenario: Scenario, diagram: Diagram): readonly string[] =>
  grade(scenario, diagram)
    .checks.filter(({ verdict }) => verdict !== 'met')
    .map(({ id, verdict, reason, fields }) => `${id} ${verdict}: ${reason} ${fields.map(({ record, property }) => `${record}.${property}`).join(' ')}`.trim());

/** Ids of the checks with this verdict. */
const withVerdict = (scenario: Scenario, diagram: Diagram, verdict: string): readonly string[] =>
  grade(scenario, diagram)
    .checks.filter((check) => check.verdict === verdict)
    .map(({ id }) => id)
    .toSorted();

/** A design without what a reader of it might guess from: names and places. */
const anonymous = (diagram: Diagram): Diagram => ({
  ...diagram,
  components: new Map([...diagram.components].map(([id, component], index) => [id, { ...component, name: `Box ${index}`, position: { x: index * 7, y: -index } }])),
});

describe.each(scenarios.map((scenario) => ({ id: scenario.id, scenario })))('$id', ({ scenario }) => {
  const designs = scenario.designs.map(({ id }) => id);
  const mutants = scenario.mutants.flatMap((mutant) => (mutant.on ?? designs).map((design) => ({ what: mutant.what, design, mutant })));

  test('the reference is the one of the specification', () => {
    const [drawn, specified] = [designOf(scenario, 'reference'), reference(scenario.id)];
    expect([...drawn.components.values()]).toEqual([...specified.components.values()]);
    expect([...drawn.connections.values()].map(({ properties, from, to }) => ({ properties, from, to }))).toEqual([...specified.connections.values()].map(({ properties, from, to }) => ({ properties, from, to })));
    expect([drawn.entities, drawn.settings]).toEqual([specified.entities, specified.settings]);
    expect(withVerdict(scenario, drawn, 'met')).toHaveLength(checksOf(scenario).length);
  });

  test.each(designs)('%s is accepted: it can be read, is complete, and neither a rule nor a mistake is found', (design) => {
    const diagram = designOf(scenario, design);
    expect(readDiagram(writeDiagram(diagram)).ok).toBe(true);
    const open = objections(scenario, diagram).filter((text) => !text.startsWith('B'));
    expect(open).toEqual([]);
    expect(validate(diagram).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(mistakesMade(scenario, diagram)).toEqual([]);
    expect(objections(scenario, anonymous(diagram)).length).toBe(objections(scenario, diagram).length);
  });

  test.each(mutants)('$design, worse: $what', ({ design, mutant }) => {
    const diagram = mutantOf(scenario, mutant, design);
    const [before, after] = [designOf(scenario, design), diagram].map((each) => ({ failing: withVerdict(scenario, each, 'not-met'), open: withVerdict(scenario, each, 'cannot-tell') }));
    const fresh = (kind: 'failing' | 'open'): readonly string[] => (after?.[kind] ?? []).filter((id) => !before?.[kind].includes(id));
    expect({ fails: fresh('failing'), open: fresh('open') }, objections(scenario, diagram).join('\n')).toEqual({ fails: mutant.fails.toSorted(), open: (mutant.leavesOpen ?? []).toSorted() });
  });

  test.each(scenario.mistakes.flatMap(({ text, when, shown }, index) => (when ? [{ text, shown, index }] : [])))('sees the mistake: $text', ({ shown, index }) => {
    const made = mutantOf(scenario, { what: 'mistake', text: shown ?? '', fails: [] }, 'reference');
    expect(mistakesMade(scenario, made)).toContain(scenario.mistakes[index]);
  });

  test('each of its checks is failed by a mutant, each design has eight', () => {
    const failing = new Set(scenario.mutants.flatMap(({ fails }) => fails));
    expect(scenario.checks.map(({ id }) => id).filter((id) => !failing.has(id))).toEqual([]);
    for (const design of designs) expect(mutants.filter((each) => each.design === design).length, design).toBeGreaterThanOrEqual(8);
  });
});

/** What is proven above, at a glance: run with `--reporter=verbose` or read the output of `npm test`. */
test('the table over all scenarios', () => {
  const rows = scenarios.map((scenario) => {
    const tried = scenario.mutants.flatMap((mutant) => (mutant.on ?? scenario.designs.map(({ id }) => id)).map((design) => ({ mutant, design })));
    const caught = tried.filter(({ mutant, design }) => {
      const diagram = mutantOf(scenario, mutant, design);
      return [...mutant.fails, ...(mutant.leavesOpen ?? [])].every((id) => grade(scenario, diagram).checks.some((check) => check.id === id && check.verdict !== 'met'));
    });
    const accepted = scenario.designs.filter(({ id }) => grade(scenario, designOf(scenario, id)).complete);
    return { scenario: scenario.id, checks: checksOf(scenario).length, accepted: `${accepted.length} of ${scenario.designs.length}`, mutants: `${caught.length} of ${tried.length}`, curveballs: scenario.curveballs.length };
  });
  console.table(rows);
  for (const { scenario, accepted, mutants } of rows) for (const share of [accepted, mutants]) expect(share.split(' of ')[0], scenario).toBe(share.split(' of ')[1]);
});
