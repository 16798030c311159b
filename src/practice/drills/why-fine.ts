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

/** Why a rule that does not accuse this record is right not to. */
export function whyFine(diagram: Diagram, rule: Rule, record: Id): WhyFine {
  const name = displayName(diagram, record);
  const graph = graphOf(diagram);
  if (!mayName(rule, graph, record)) return { reason: 'does-not-apply', text: whyNotAsked(diagram, rule, record), silentWhen: [] };
  const { silentWhen, what } = rule.docs;
  const verdict = verdictOf(rule, { diagram, graph, today: undefined, option: (option) => optionOf(rule, diagram.settings.lintConfig ?? {}, option) }, record);
  if (verdict?.verdict === 'not-stated') {
    const fields = verdict.fields.map((field) => `"${propertyLabel(diagram, field.record, field.property)}" of ${displayName(diagram, field.record)}`);
    return { reason: 'not-stated', text: `The diagram does not say enough to claim that: it would take ${listed(fields)}.`, silentWhen };
  }
  const states = statedValues(diagram, rule, record);
  const facts = states.length > 0 ? ` It states ${listed(states, mostValues)}.` : '';
  const verdictText = verdict ? `${sentenceCase(name)} is fine in this respect.` : `As it is drawn, ${name} gives no occasion for that.`;
  return { reason: 'passes', text: `${verdictText}${facts} That flaw means: ${what}`, silentWhen };
}

const mostValues = 4;

/** What the record states of what decides: "Ordering: none". The examples of a rule name it; `inputs` names all that it may come across. */
function statedValues(diagram: Diagram, rule: Rule, record: Id): readonly string[] {
  const properties: object = (diagram.components.get(record) ?? diagram.connections.get(record))?.properties ?? {};
  const decisive = new Set([...`${rule.examples.bad}\n${rule.examples.good}`.matchAll(/(\w+):/g)].map(([, property]) => property));
  const read = inputs.get(rule.id) ?? [];
  return Object.entries(properties)
    .filter(([property, value]) => read.includes(property) && decisive.has(property) && value !== undefined)
    .map(([property, value]) => `"${propertyLabel(diagram, record, property)}: ${propertyValueText(diagram, propertyOf(diagram, record, property), value)}"`);
}

/** Why a rule does not look at a record at all. */
function whyNotAsked(diagram: Diagram, rule: Rule, record: Id): string {
  const name = displayName(diagram, record);
  const component = diagram.components.get(record);
  const own = component ? withArticle(component.kind) : diagram.connections.has(record) ? 'a connection' : 'a boundary';
  switch (rule.about) {
    case 'connection':
      if (diagram.connections.has(record)) break;
      return `That flaw is told of a connection; ${name} is ${own}, and has no part in one here.`;
    case 'diagram':
      return `That is a flaw of the diagram as a whole, not of ${name}.`;
    case 'suppressed-record':
      return `That is a flaw of what somebody has accepted, not of ${name}.`;
    case 'component':
    case 'record':
      if (component && rule.kinds?.some((kind) => kind === component.kind) !== false) break;
      return `That flaw is told of ${rule.kinds ? alternatives(rule.kinds.map(withArticle)) : 'a component'}; ${name} is ${own}, and has no part in one here.`;
  }
  return `${sentenceCase(name)} is not part of what is judged here: it is somebody else's, or joined with nothing.`;
}

const alternatives = (words: readonly string[]): string => (words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

function withArticle(kind: string): string {
  const label = inSentence(kindOf(kind)?.label ?? kind);
  return `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label}`;
}
