import type { Diagram, Id } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import type { Report } from '#rules/finding.ts';
import { rules } from '#rules/rules.ts';
import { validate } from '#rules/validate.ts';
import { reference, references } from '../../support/references.ts';
import type { Flaw } from '#practice/flaws/flaw.ts';

/** What became of one mutant. */
export interface Outcome {
  readonly reference: string;
  readonly on: Id;
  /** Rules with a finding, or a stronger one, that the reference does not have. */
  readonly findings: readonly string[];
  /** Rules with a question that the reference leaves no room for. */
  readonly questions: readonly string[];
  /** Why nobody has to speak; undefined where somebody has to. */
  readonly mayRest: string | undefined;
}

/** Rules that the recommended preset leaves out: a mutant is judged by all. */
const leftOut = Object.fromEntries(rules.filter(({ recommended }) => recommended === false).map(({ id, severity }) => [id, severity]));

const sound: readonly { readonly name: string; readonly diagram: Diagram; readonly report: Report }[] = references.map((name) => {
  const diagram = { ...reference(name), settings: { ...reference(name).settings, lintConfig: { rules: leftOut } } };
  return { name, diagram, report: validate(diagram) };
});

const said = ({ findings }: Report): ReadonlyMap<string, string> => new Map(findings.map(({ key, severity, messageId, rule }) => [`${key} ${severity} ${messageId}`, rule]));
const asked = ({ questions }: Report): ReadonlyMap<string, string> => new Map(questions.map(({ key, fields, rule }) => [`${key} ${JSON.stringify(fields)}`, rule]));

const newIn = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] => [...new Set([...after].filter(([key]) => !before.has(key)).map(([, rule]) => rule))].sort();

/** Every mutant of an flaw over all references. */
export const run = ({ plantings, survivesWhere = [] }: Flaw): readonly Outcome[] =>
  sound.flatMap(({ name, diagram, report }) =>
    plantings(graphOf(diagram)).map((mutant): Outcome => {
      const now = validate(mutant.diagram);
      const mayRest = survivesWhere.find(({ holds }) => holds(graphOf(mutant.diagram), mutant.on))?.because;
      return { reference: name, on: mutant.on, findings: newIn(said(report), said(now)), questions: newIn(asked(report), asked(now)), mayRest };
    }),
  );

/** How a mutant ended: accused, asked about, or passed over. */
export const endOf = ({ guards }: Flaw, { findings, questions }: Outcome): 'finding' | 'question' | 'survivor' =>
  guards.some((rule) => findings.includes(rule)) ? 'finding' : guards.some((rule) => questions.includes(rule)) ? 'question' : 'survivor';

/** What is wrong with an outcome; undefined where the right rules spoke, and no others. */
export function complaint(flaw: Flaw, outcome: Outcome): string | undefined {
  const { guards, mayRaise = [] } = flaw;
  const place = `${outcome.reference}, ${outcome.on}`;
  const strangers = [...outcome.findings, ...outcome.questions].filter((rule) => !guards.includes(rule) && !mayRaise.includes(rule));
  if (strangers.length > 0) return `${place}: unexpected ${strangers.join(', ')}`;
  const end = endOf(flaw, outcome);
  if (outcome.mayRest === undefined) return end === 'survivor' ? `${place}: nobody speaks` : undefined;
  return end === 'finding' ? `${place}: accused although "${outcome.mayRest}"` : undefined;
}
