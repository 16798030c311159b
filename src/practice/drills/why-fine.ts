import { kindOf } from '#catalog/kinds.ts';
import { inSentence, sentenceCase } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel, propertyOf, propertyValueText } from '#diagram/property-of.ts';
import { graphOf } from '#graph/graph.ts';
import { optionOf } from '#rules/configuration.ts';
import { displayName } from '#rules/display-name.ts';
import { inputs } from '#rules/inputs.ts';
import { listed } from '#rules/message.ts';
import type { Rule } from '#rules/rule.ts';
import { mayName } from '#rules/subjects.ts';
import { verdictOf } from '#rules/validate.ts';

/** Why a rule has nothing against a record. */
export interface WhyFine {
  /** The rule does not look at such records; it looks and is content; or it would have to know more. */
  readonly reason: 'does-not-apply' | 'passes' | 'not-stated';
  readonly text: string;
  /** When the rule stays silent, in its own words. */
  readonly silentWhen: readonly string[];
}

const mostValues = 4;

/** Why a rule that does not accuse this record is right not to. */
export function whyFine(diagram: Diagram, rule: Rule, record: Id): WhyFine {
  const name = displayName(diagram, record);
  const graph = graphOf(diagram);
  if (!mayName(rule, graph, record)) return { reason: 'does-not-apply', text: `${subjectWords(rule)}; ${name} is ${kindWords(diagram, record)}.`, silentWhen: [] };
  const { silentWhen } = rule.docs;
  const verdict = verdictOf(rule, { diagram, graph, today: undefined, option: (option) => optionOf(rule, diagram.settings.lintConfig ?? {}, option) }, record);
  if (verdict?.verdict === 'not-stated') {
    const fields = verdict.fields.map((field) => `${inSentence(propertyLabel(diagram, field.record, field.property))} of ${displayName(diagram, field.record)}`);
    return { reason: 'not-stated', text: `The diagram does not say enough for that: it would take ${listed(fields)}.`, silentWhen };
  }
  const states = statedValues(diagram, rule, record);
  const facts = states.length > 0 ? ` It states ${listed(states, mostValues)}.` : '';
  const meets = verdict?.verdict === 'pass' ? `${sentenceCase(name)} is fine in this respect.` : `Of ${name} this cannot be said.`;
  return { reason: 'passes', text: `${meets}${facts} The flaw would be this: ${inSentence(rule.docs.what)}`, silentWhen };
}

/** What the record states of all that the rule reads: "ordering: none". */
function statedValues(diagram: Diagram, rule: Rule, record: Id): readonly string[] {
  const properties: object = (diagram.components.get(record) ?? diagram.connections.get(record))?.properties ?? {};
  const read = inputs.get(rule.id) ?? [];
  return Object.entries(properties)
    .filter(([property, value]) => read.includes(property) && value !== undefined && property !== 'rationale')
    .map(([property, value]) => `${inSentence(propertyLabel(diagram, record, property))}: ${inSentence(propertyValueText(diagram, propertyOf(diagram, record, property), value))}`);
}

function subjectWords(rule: Rule): string {
  switch (rule.about) {
    case 'connection':
      return 'That is a flaw of connections';
    case 'diagram':
      return 'That is a flaw of the diagram as a whole';
    case 'suppressed-record':
      return 'That is a flaw of acceptances';
    case 'component':
    case 'record': {
      const kinds = (rule.kinds ?? []).map((kind) => inSentence(kindOf(kind)?.label ?? kind));
      return kinds.length > 0 ? `That is a flaw of another kind of component: ${alternatives(kinds)}` : 'That is a flaw of components that are joined with others';
    }
  }
}

const alternatives = (words: readonly string[]): string => (words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

function kindWords(diagram: Diagram, record: Id): string {
  const component = diagram.components.get(record);
  if (!component) return diagram.connections.has(record) ? 'a connection' : diagram.boundaries.has(record) ? 'a boundary' : 'none';
  const label = inSentence(kindOf(component.kind)?.label ?? component.kind);
  return `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label}`;
}
