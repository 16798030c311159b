import { connectionProperties } from '#catalog/connection.ts';
import { isStated } from '#catalog/key-properties.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { inSentence } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel, propertyOf, propertyValueText } from '#diagram/property-of.ts';
import { displayName } from '#rules/display-name.ts';
import type { EdgePair } from './connection-differences.ts';
import type { Difference } from './difference.ts';
import type { Partners } from './partners.ts';

interface Stated {
  readonly id: Id;
  readonly properties: object;
}

/** What partners state differently, or the reference states and yours leaves open: what checks ask for first, then what rules cannot do without. */
export function propertyDifferences(yours: Diagram, reference: Diagram, partners: Partners, pairs: readonly EdgePair[], asked: readonly string[]): readonly Difference[] {
  const components = [...partners.ofReference].flatMap(([theirId, myId]): readonly Found[] => {
    const [my, their] = [yours.components.get(myId), reference.components.get(theirId)];
    return my && their ? compared(yours, reference, my, their, kindOf(my.kind)?.properties ?? {}, asked, partners) : [];
  });
  const connections = pairs.flatMap(({ my, their }) => compared(yours, reference, my.connection, their.connection, connectionProperties, asked, partners));
  return [...components, ...connections].toSorted((a, b) => a.rank - b.rank || (a.record < b.record ? -1 : a.record > b.record ? 1 : 0)).map(({ difference }) => difference);
}

interface Found {
  readonly difference: Difference;
  readonly rank: number;
  readonly record: Id;
}

function compared(yours: Diagram, reference: Diagram, my: Stated, their: Stated, table: Readonly<Record<string, Property>>, asked: readonly string[], { ofReference }: Partners): readonly Found[] {
  const [own, other] = [new Map<string, unknown>(Object.entries(my.properties)), new Map<string, unknown>(Object.entries(their.properties))];
  return Object.entries(table).flatMap(([name, property]): readonly Found[] => {
    const isAsked = asked.includes(name);
    if (!isAsked && property.key !== true && !isDecision(name, property)) return [];
    const [mine, theirs] = [own.get(name), inOwnIds(property, other.get(name), ofReference)];
    if (theirs === undefined || !isStated(theirs) || same(mine, theirs)) return [];
    const isOpen = !isStated(mine);
    if (isOpen && name === 'technology') return [];
    const word = (diagram: Diagram, record: Id, value: unknown): string => inSentence(propertyValueText(diagram, propertyOf(diagram, record, name), value));
    const text = `${displayName(yours, my.id)}: ${inSentence(propertyLabel(yours, my.id, name))} is ${word(reference, their.id, other.get(name))} in the other, ${isOpen ? 'not stated' : word(yours, my.id, mine)} in yours.`;
    return [{ difference: { group: 'property', side: isOpen ? 'reference' : 'both', text: text.charAt(0).toUpperCase() + text.slice(1), yours: [my.id], reference: [their.id] }, rank: (isAsked ? 0 : property.key ? 2 : 4) + (isOpen ? 1 : 0), record: my.id }];
  });
}

/** Choices are compared; numbers that only size a thing, and texts, are not. */
const isDecision = (name: string, property: Property): boolean => name === 'technology' || property.type === 'enum' || property.type === 'boolean' || (property.type === 'reference' && property.to === 'component');

/** What refers to a component refers to its partner. What refers to anything else is not compared. */
function inOwnIds(property: Property, value: unknown, ofReference: ReadonlyMap<Id, Id>): unknown {
  if (property.type === 'reference') return property.to === 'component' && typeof value === 'string' ? ofReference.get(value) : undefined;
  if (property.type === 'text' || (property.type === 'list' && property.item.type !== 'enum')) return undefined;
  return value;
}

const same = (a: unknown, b: unknown): boolean => (Array.isArray(a) && Array.isArray(b) ? JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted()) : JSON.stringify(a) === JSON.stringify(b));
