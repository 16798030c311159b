import { sentenceCase } from '#catalog/wording.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import { type Graph, graphOf } from '#graph/graph.ts';
import { depths } from '#graph/paths.ts';
import { isInScope } from '#graph/roles.ts';
import { acceptanceOf } from './acceptance.ts';
import { type Changes, changesBetween } from './change-detection.ts';
import { isOn, optionOf, reportedSeverity, severityRank } from './configuration.ts';
import { displayName } from './display-name.ts';
import type { Finding, Question, Report } from './finding.ts';
import { isJoined } from './joined.ts';
import { renderMessage } from './message.ts';
import type { ComponentRule, ConnectionRule, Context, DiagramRule, Fail, NotStated, RecordRule, Rule, SuppressionRule, Verdict } from './rule.ts';
import { rules } from './rules.ts';

export interface RunOptions {
  /** ISO day, for acceptances that end. */
  readonly today?: string;
}

/** What all rules say about a diagram. Pure: the same diagram gives the same report. */
export const validate = (diagram: Diagram, options: RunOptions = {}): Report => createValidator()(diagram, options);

/** Says the same as `validate`, and remembers: after an edit only what it can have changed runs again. */
export function createValidator(): (diagram: Diagram, options?: RunOptions) => Report {
  const verdicts = new Map<Rule, Map<Id, Verdict>>();
  let last: { readonly diagram: Diagram; readonly today: string | undefined; readonly report: Report } | undefined;
  return (diagram, { today } = {}) => {
    const graph = graphOf(diagram);
    const changes = last && last.today === today ? changesBetween(last.diagram, diagram, graphOf(last.diagram), graph) : undefined;
    if (changes?.none && last) {
      last = { ...last, diagram };
      return last.report;
    }
    const report = run({ diagram, graph, today, changes, verdicts });
    last = { diagram, today, report };
    return report;
  };
}

interface Run {
  readonly diagram: Diagram;
  readonly graph: Graph;
  readonly today: string | undefined;
  readonly changes: Changes | undefined;
  readonly verdicts: Map<Rule, Map<Id, Verdict>>;
}

/** A verdict that is not a pass, with what it is about. */
interface Said {
  readonly rule: Rule;
  readonly subject: Id;
  readonly verdict: Fail | NotStated;
}

const wholeDiagram: Id = 'diagram';

function run(input: Run): Report {
  const { diagram, graph, today } = input;
  const config = diagram.settings.lintConfig ?? {};
  const said: Said[] = rules.filter((rule) => rule.about !== 'suppressed-record' && isOn(rule, config)).flatMap((rule) => judge(rule, input));
  const findings = said.flatMap((each) => findingOf(diagram, each, today));
  const later = rules
    .filter((rule): rule is SuppressionRule => rule.about === 'suppressed-record' && isOn(rule, config))
    .flatMap((rule) => judgeSuppressions(rule, input, findings))
    .flatMap((each) => findingOf(diagram, each, today));
  const all = [...findings, ...later].sort(inOrder(graph));
  return {
    findings: all.filter(({ acceptedBecause }) => acceptedBecause === undefined),
    accepted: all.filter(({ acceptedBecause }) => acceptedBecause !== undefined),
    questions: said.flatMap(questionOf),
  };
}

/** Everything that one rule says, from memory where nothing that it looks at has changed. */
function judge(rule: Rule, { diagram, graph, today, changes, verdicts }: Run): Said[] {
  const before = verdicts.get(rule);
  const now = new Map<Id, Verdict>();
  verdicts.set(rule, now);
  const context = contextOf(rule, diagram, graph, today);
  const isFresh = (id: Id): boolean => {
    if (!changes || !before?.has(id)) return false;
    return rule.reach === 'record' ? !changes.touches(id) : rule.reach === 'neighbours' && !changes.touchesAround(id);
  };
  const said: Said[] = [];
  const hear = (id: Id, check: () => Verdict): void => {
    const verdict = isFresh(id) ? before?.get(id) : check();
    now.set(id, verdict);
    if (verdict && verdict.verdict !== 'pass') said.push({ rule, subject: id, verdict });
  };
  switch (rule.about) {
    case 'component':
      for (const component of subjectsOf(rule, graph)) hear(component.id, () => rule.check(component, context));
      break;
    case 'connection':
      for (const connection of diagram.connections.values()) if (mayNameConnection(rule, connection, graph)) hear(connection.id, () => rule.check(connection, context));
      break;
    case 'record':
      for (const component of subjectsOf(rule, graph)) hear(component.id, () => rule.check(component, context));
      for (const connection of diagram.connections.values()) if (mayNameConnection(rule, connection, graph)) hear(connection.id, () => rule.check(connection, context));
      break;
    case 'diagram':
      hear(wholeDiagram, () => (rule satisfies DiagramRule).check(diagram, context));
      break;
    case 'suppressed-record':
      break;
  }
  return said;
}

function contextOf(rule: Rule, diagram: Diagram, graph: Graph, today: string | undefined): Context {
  return { diagram, graph, today, option: (name) => optionOf(rule, diagram.settings.lintConfig ?? {}, name) };
}

const aboutAnyComponent: ReadonlySet<string> = new Set(['model/orphan-component', 'model/duplicate-name']);

/** The components that a rule may name: of its kinds, in scope, and joined with another one. A system of others only where the rule is about such. */
function* subjectsOf(rule: ComponentRule | RecordRule, graph: Graph): Iterable<Component> {
  for (const component of graph.diagram.components.values()) {
    if (rule.kinds && !(rule.kinds as readonly string[]).includes(component.kind)) continue;
    if (rule.id !== 'model/orphan-component' && !isJoined(graph, component.id)) continue;
    const isAboutOthers = rule.id.startsWith('external/') || (component.kind === 'external-system' && rule.kinds?.includes('external-system'));
    if (isInScope(component) || aboutAnyComponent.has(rule.id) || isAboutOthers) yield component;
  }
}

/** Dangling connections take part in no rule but their own; between systems of others only the model counts. */
function mayNameConnection(rule: ConnectionRule | RecordRule, { id }: Connection, graph: Graph): boolean {
  if (rule.id === 'model/dangling-connection' || rule.id === 'model/invalid-connection') return true;
  const edge = graph.edge(id);
  return edge !== undefined && (isInScope(edge.from) || isInScope(edge.to) || rule.id.startsWith('model/'));
}

function judgeSuppressions(rule: SuppressionRule, { diagram, graph, today }: Run, findings: readonly Finding[]): Said[] {
  const context = { ...contextOf(rule, diagram, graph, today), findings };
  const ids = new Set([...diagram.suppressions.values()].map(({ on }) => on));
  return [...ids].flatMap((id): Said[] => {
    const record = diagram.components.get(id) ?? diagram.connections.get(id) ?? diagram.boundaries.get(id);
    const verdict = rule.check(record ?? diagram, context);
    return verdict && verdict.verdict !== 'pass' ? [{ rule, subject: record ? id : wholeDiagram, verdict }] : [];
  });
}

function findingOf(diagram: Diagram, { rule, subject, verdict }: Said, today: string | undefined): Finding[] {
  if (verdict.verdict !== 'fail') return [];
  const messages: Readonly<Record<string, { readonly text: string; readonly severity?: Finding['severity'] }>> = rule.messages;
  const message = messages[verdict.message];
  if (!message) throw new Error(`${rule.id} declares no message ${verdict.message}.`);
  const config = diagram.settings.lintConfig ?? {};
  const severity = reportedSeverity(rule, verdict.severity ?? message.severity ?? rule.severity, config);
  if (!severity) return [];
  const data = verdict.data ?? {};
  const finding: Finding = {
    key: `${rule.id}@${subject}`,
    rule: rule.id,
    severity,
    messageId: verdict.message,
    message: config.preset === 'interview-coach' && severity === 'suggestion' ? asked(diagram, rule, subject) : renderMessage(message.text, data),
    data,
    primary: subject,
    related: verdict.related ?? [],
    witness: verdict.witness ?? [],
    evidence: verdict.evidence ?? [],
  };
  const acceptance = acceptanceOf(diagram, finding, today);
  return [acceptance ? { ...finding, acceptedBecause: acceptance.reason } : finding];
}

/** A coach does not tell but asks. */
function asked(diagram: Diagram, { docs }: Rule, subject: Id): string {
  const name = displayName(diagram, subject);
  return `${diagram.components.has(subject) ? name : sentenceCase(name)}: ${docs.question}`;
}

function questionOf({ rule, subject, verdict }: Said): Question[] {
  return verdict.verdict === 'not-stated' ? [{ key: `${rule.id}@${subject}`, rule: rule.id, primary: subject, fields: verdict.fields, question: rule.docs.question }] : [];
}

/** Worst first, then along the flow from where work starts, then by rule and record. */
function inOrder(graph: Graph): (a: Finding, b: Finding) => number {
  const depth = depths(graph);
  const placeOf = ({ primary }: Finding): number => depth.get(primary) ?? depth.get(graph.edge(primary)?.from.id ?? '') ?? Number.MAX_SAFE_INTEGER;
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return (a, b) => severityRank(b.severity) - severityRank(a.severity) || placeOf(a) - placeOf(b) || text(a.rule, b.rule) || text(a.primary, b.primary);
}
