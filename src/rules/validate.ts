import type { Diagram, Id } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import { type Changes, changesBetween } from './change-detection.ts';
import { isOn, optionOf } from './configuration.ts';
import type { Report } from './finding.ts';
import { inputs } from './inputs.ts';
import { type Objection, reportOf } from './report.ts';
import type { Context, Rule, Verdict } from './rule.ts';
import { rules } from './rules.ts';
import { mayName, subjectsOf } from './subjects.ts';

export interface RunOptions {
  /** ISO day, for acceptances that end. */
  readonly today?: string;
}

/** Judges a diagram in steps, each far shorter than a frame, so that a caller may pause between them; returns the report. */
export type Stepper = (diagram: Diagram, options?: RunOptions) => Generator<void, Report>;

/** What all rules say about a diagram. Pure: the same diagram gives the same report. */
export const validate = (diagram: Diagram, options: RunOptions = {}): Report => createValidator()(diagram, options);

/** Says the same as `validate`, and remembers: after an edit only what it can have changed runs again. */
export function createValidator(): (diagram: Diagram, options?: RunOptions) => Report {
  const steps = createStepper();
  return (diagram, options) => {
    const running = steps(diagram, options);
    for (;;) {
      const step = running.next();
      if (step.done) return step.value;
    }
  };
}

/** What a rule has said about the last diagram that it has seen, passes left out. */
interface Memory {
  readonly seen: Diagram;
  readonly said: ReadonlyMap<Id, Objection>;
}

/** The stepwise validator. A run that is not taken to its end does no harm: each rule knows which diagram it has seen. */
export function createStepper(): Stepper {
  const memories = new Map<Rule, Memory>();
  let last: { readonly diagram: Diagram; readonly today: string | undefined; readonly report: Report } | undefined;
  return function* (diagram, { today } = {}) {
    const graph = graphOf(diagram);
    const known = new Map<Diagram, Changes>();
    const since = (seen: Diagram): Changes => {
      const changes = known.get(seen) ?? changesBetween(seen, diagram);
      known.set(seen, changes);
      return changes;
    };
    if (last && last.today === today && since(last.diagram).none) {
      last = { ...last, diagram };
      return last.report;
    }
    const config = diagram.settings.lintConfig ?? {};
    const judging = rules.filter((rule) => rule.about !== 'suppressed-record' && isOn(rule, config));
    for (const rule of judging) {
      const memory = memories.get(rule);
      const context = { diagram, graph, today, option: (name: string) => optionOf(rule, config, name) };
      const said = memory ? judgedAgain(rule, context, memory.said, since(memory.seen)) : yield* judged(rule, context);
      memories.set(rule, { seen: diagram, said: said ?? (yield* judged(rule, context)) });
      yield;
    }
    const report = reportOf({ diagram, graph, today }, judging.flatMap((rule) => [...(memories.get(rule)?.said ?? [])].map(([subject, objection]) => ({ rule, subject, objection }))));
    last = { diagram, today, report };
    return report;
  };
}

/** How many records a rule looks at in one step. */
const stride = 500;

/** What a rule says about all that it may name. */
function* judged(rule: Rule, context: Context): Generator<void, ReadonlyMap<Id, Objection>> {
  const said = new Map<Id, Objection>();
  let count = 0;
  for (const id of subjectsOf(rule, context.graph)) {
    const objection = objectionOf(rule, context, id);
    if (objection) said.set(id, objection);
    if (++count % stride === 0) yield;
  }
  return said;
}

/** The same after an edit, where no more than a few records have to be looked at; undefined where all have. */
function judgedAgain(rule: Rule, context: Context, before: ReadonlyMap<Id, Objection>, changes: Changes): ReadonlyMap<Id, Objection> | undefined {
  if (changes.none) return before;
  const isConcerned = changes.structural || dependsOn(rule, changes.properties);
  const isWide = rule.reach === 'diagram' || changes.shared;
  if ((isConcerned && isWide) || (changes.renamed && rule.judgesNames)) return undefined;
  // Messages hold names, also of records that decide nothing.
  const named = changes.renamed ? [...before].filter(([, { verdict }]) => verdict === 'fail').map(([id]) => id) : [];
  // Where connections come or go, components begin or cease to be joined, and so to be judged at all.
  const looked = isConcerned ? (rule.reach === 'record' && !changes.structural ? changes.records : changes.around) : [];
  const ids = new Set([...looked, ...named]);
  if (ids.size === 0) return before;
  const said = new Map(before);
  for (const id of ids) {
    const objection = mayName(rule, context.graph, id) ? objectionOf(rule, context, id) : undefined;
    if (objection) said.set(id, objection);
    else said.delete(id);
  }
  return said;
}

/** Whether a verdict can depend on one of these properties. A rule that names none may look at any. */
function dependsOn({ id }: Rule, properties: ReadonlySet<string>): boolean {
  const own = inputs.get(id);
  return own === undefined || own.some((name) => properties.has(name));
}

function objectionOf(rule: Rule, context: Context, id: Id): Objection | undefined {
  const verdict = verdictOf(rule, context, id);
  return verdict && verdict.verdict !== 'pass' ? verdict : undefined;
}

/** What a rule says about one record, or about the diagram. */
export function verdictOf(rule: Rule, context: Context, id: Id): Verdict {
  const { diagram } = context;
  const component = rule.about === 'connection' ? undefined : diagram.components.get(id);
  const connection = rule.about === 'component' || component ? undefined : diagram.connections.get(id);
  switch (rule.about) {
    case 'component':
      return component && rule.check(component, context);
    case 'connection':
      return connection && rule.check(connection, context);
    case 'record':
      return component ? rule.check(component, context) : connection && rule.check(connection, context);
    case 'diagram':
      return rule.check(diagram, context);
    case 'suppressed-record':
      return undefined;
  }
}
