import { sentenceCase } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { depths } from '#graph/paths.ts';
import { acceptanceOf } from './acceptance.ts';
import { isOn, optionOf, reportedSeverity, severityRank } from './configuration.ts';
import { displayName } from './display-name.ts';
import type { Finding, Question, Report } from './finding.ts';
import { renderMessage } from './message.ts';
import type { Fail, NotStated, Rule, SuppressionRule } from './rule.ts';
import { rules } from './rules.ts';
import { wholeDiagram } from './subjects.ts';

/** A verdict that is not a pass. */
export type Objection = Fail | NotStated;

/** An objection with what it is about. */
interface Said {
  readonly rule: Rule;
  readonly subject: Id;
  readonly objection: Objection;
}

interface Run {
  readonly diagram: Diagram;
  readonly graph: Graph;
  readonly today: string | undefined;
}

/** What a user is told: findings worst first, what was accepted apart, and questions. Rules about suppressions look at the findings of all others. */
export function reportOf(run: Run, said: readonly Said[]): Report {
  const config = run.diagram.settings.lintConfig ?? {};
  const findings = said.flatMap((each) => findingOf(run, each));
  const later = rules
    .filter((rule): rule is SuppressionRule => rule.about === 'suppressed-record' && isOn(rule, config))
    .flatMap((rule) => judgeSuppressions(rule, run, findings))
    .flatMap((each) => findingOf(run, each));
  const all = inOrder(run.graph, [...findings, ...later]);
  return {
    findings: all.filter(({ acceptedBecause }) => acceptedBecause === undefined),
    accepted: all.filter(({ acceptedBecause }) => acceptedBecause !== undefined),
    questions: inOrder(run.graph, said.flatMap(questionOf)),
  };
}

function judgeSuppressions(rule: SuppressionRule, { diagram, graph, today }: Run, findings: readonly Finding[]): Said[] {
  const context = { diagram, graph, today, findings, option: (name: string) => optionOf(rule, diagram.settings.lintConfig ?? {}, name) };
  const ids = new Set([...diagram.suppressions.values()].map(({ on }) => on));
  return [...ids].flatMap((id): Said[] => {
    const record = diagram.components.get(id) ?? diagram.connections.get(id) ?? diagram.boundaries.get(id);
    const verdict = rule.check(record ?? diagram, context);
    return verdict && verdict.verdict !== 'pass' ? [{ rule, subject: record ? id : wholeDiagram, objection: verdict }] : [];
  });
}

function findingOf({ diagram, today }: Run, { rule, subject, objection }: Said): Finding[] {
  if (objection.verdict !== 'fail') return [];
  const messages: Readonly<Record<string, { readonly text: string; readonly severity?: Finding['severity'] }>> = rule.messages;
  const message = messages[objection.message];
  if (!message) throw new Error(`${rule.id} declares no message ${objection.message}.`);
  const config = diagram.settings.lintConfig ?? {};
  const severity = reportedSeverity(rule, objection.severity ?? message.severity ?? rule.severity, config);
  if (!severity) return [];
  const data = objection.data ?? {};
  const finding: Finding = {
    key: `${rule.id}@${subject}`,
    rule: rule.id,
    severity,
    messageId: objection.message,
    message: config.preset === 'interview-coach' && severity === 'suggestion' ? asked(diagram, rule, subject) : renderMessage(message.text, data),
    data,
    primary: subject,
    related: objection.related ?? [],
    witness: objection.witness ?? [],
    evidence: objection.evidence ?? [],
  };
  const acceptance = acceptanceOf(diagram, finding, today);
  return [acceptance ? { ...finding, acceptedBecause: acceptance.reason } : finding];
}

/** A coach does not tell but asks. */
function asked(diagram: Diagram, { docs }: Rule, subject: Id): string {
  const name = displayName(diagram, subject);
  return `${diagram.components.has(subject) ? name : sentenceCase(name)}: ${docs.question}`;
}

function questionOf({ rule, subject, objection }: Said): Question[] {
  return objection.verdict === 'not-stated' ? [{ key: `${rule.id}@${subject}`, rule: rule.id, primary: subject, fields: objection.fields, question: rule.docs.question }] : [];
}

type Placed = Pick<Finding, 'rule' | 'primary'> & { readonly severity?: Finding['severity'] };

/** Worst first, then along the flow from where work starts, then by rule and record. */
function inOrder<T extends Placed>(graph: Graph, items: readonly T[]): T[] {
  const depth = depths(graph);
  const placed = items.map((item) => ({
    item,
    rank: item.severity ? severityRank(item.severity) : 0,
    place: depth.get(item.primary) ?? depth.get(graph.edge(item.primary)?.from.id ?? '') ?? Number.MAX_SAFE_INTEGER,
  }));
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  placed.sort((a, b) => b.rank - a.rank || a.place - b.place || text(a.item.rule, b.item.rule) || text(a.item.primary, b.item.primary));
  return placed.map(({ item }) => item);
}
