import { kindOf } from '#catalog/kinds.ts';
import { sentenceCase } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel } from '#diagram/property-of.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Question, Report } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import type { Category } from '#rules/rule.ts';
import type { GroupBy, ProblemsView } from './problems-view.ts';

/** Findings or questions under one heading. */
export interface Group<Item> {
  /** Differs between all groups of all groupings. */
  readonly id: string;
  readonly title: string;
  /** The record that the heading stands for; undefined where it stands for none. */
  readonly record?: Id;
  readonly items: readonly Item[];
}

const severityTitles = { error: 'Errors', warning: 'Warnings', suggestion: 'Suggestions' } as const;
const categoryOrder: readonly Category[] = ['correctness', 'durability', 'availability', 'performance', 'security', 'operability', 'completeness', 'rationale'];

/** The findings that the filters let through, under their headings, in the order in which they are shown. */
export function findingGroups(report: Report, diagram: Diagram, { hidden, search, groupBy }: ProblemsView): readonly Group<Finding>[] {
  const wanted = wordsOf(search);
  const shown = report.findings.filter((finding) => !hidden.has(finding.severity) && holds(wanted, findingText(finding, diagram)));
  const groups = gathered(shown, (finding) => headingOf(finding, diagram, groupBy));
  return groupBy === 'category' ? groups.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)) : groups;
}

/** The questions that the search lets through, under what they are about. */
export function questionGroups(report: Report, diagram: Diagram, { search }: Pick<ProblemsView, 'search'>): readonly Group<Question>[] {
  const wanted = wordsOf(search);
  const shown = report.questions.filter((question) => holds(wanted, questionText(question, diagram)));
  return gathered(shown, ({ primary }) => recordHeading(primary, diagram));
}

/** The findings one after the other, as the panel shows them: what F8 walks. */
export const shownFindings = (report: Report, diagram: Diagram, view: ProblemsView): readonly Finding[] => findingGroups(report, diagram, view).flatMap(({ items }) => items);

type Heading = Omit<Group<unknown>, 'items'>;

function headingOf(finding: Finding, diagram: Diagram, groupBy: GroupBy): Heading {
  switch (groupBy) {
    case 'severity':
      return { id: `severity:${finding.severity}`, title: severityTitles[finding.severity] };
    case 'component':
      return recordHeading(finding.primary, diagram);
    case 'category': {
      const category = ruleOf(finding.rule)?.category ?? 'correctness';
      return { id: `category:${category}`, title: sentenceCase(category) };
    }
  }
}

function recordHeading(record: Id, diagram: Diagram): Heading {
  const connection = diagram.connections.get(record);
  const title = connection ? `${displayName(diagram, connection.from)} to ${displayName(diagram, connection.to)}` : sentenceCase(displayName(diagram, record));
  return record === 'diagram' ? { id: 'record:diagram', title: 'The whole diagram' } : { id: `record:${record}`, title, record };
}

function gathered<Item>(items: readonly Item[], heading: (item: Item) => Heading): readonly Group<Item>[] {
  const groups = new Map<string, Heading & { readonly items: Item[] }>();
  for (const item of items) {
    const { id, ...rest } = heading(item);
    const group = groups.get(id) ?? { id, ...rest, items: [] };
    group.items.push(item);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const placeOf = (id: string): number => categoryOrder.findIndex((category) => id === `category:${category}`);

/** A search is for all of its words, in any order. */
const wordsOf = (search: string): readonly string[] => search.toLowerCase().split(/\s+/).filter((word) => word !== '');
const holds = (words: readonly string[], text: string): boolean => words.every((word) => text.includes(word));

const namesOf = (ids: readonly Id[], diagram: Diagram): string => ids.map((id) => `${displayName(diagram, id)} ${kindOf(diagram.components.get(id)?.kind ?? '')?.label ?? ''}`).join(' ');

const findingText = ({ message, rule, severity, primary, witness, related }: Finding, diagram: Diagram): string =>
  `${message} ${rule} ${severity} ${ruleOf(rule)?.category ?? ''} ${namesOf([primary, ...witness, ...related.map(({ id }) => id)], diagram)}`.toLowerCase();

const questionText = ({ question, rule, primary, fields }: Question, diagram: Diagram): string =>
  `${question} ${rule} ${namesOf([primary], diagram)} ${fields.map(({ record, property }) => propertyLabel(diagram, record, property)).join(' ')}`.toLowerCase();
