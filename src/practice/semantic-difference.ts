import { byId } from '#base/order.ts';
import { kindOf } from '#catalog/kinds.ts';
import { inSentence } from '#catalog/wording.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import { isBroker, isCompute, isProxy, isStore } from '#graph/roles.ts';
import { canonicalEntities } from './comparison/canonical-entities.ts';
import { connectionDifferences, edgePairs } from './comparison/connection-differences.ts';
import type { Difference } from './comparison/difference.ts';
import { partnersOf } from './comparison/partners.ts';
import { propertyDifferences } from './comparison/property-differences.ts';
import { type KnownEntity, listed } from './facts/judging.ts';

/** What is compared beside the diagrams. */
export interface ComparedBy {
  readonly entities?: readonly KnownEntity[];
  /** Properties that checks ask for: they are compared too, and come first. */
  readonly asked?: readonly string[];
}

/** What the reference has that a design lacks, and the other way round: components, then connections, then properties, the most important first. Names, ids and places mean nothing. */
export function semanticDifference(yours: Diagram, reference: Diagram, { entities: known = [], asked = [] }: ComparedBy = {}): readonly Difference[] {
  const entities = canonicalEntities(yours, reference, known);
  const partners = partnersOf(yours, reference, entities);
  const pairs = edgePairs(yours, reference, partners, entities);
  const missing = alone(reference, partners.ofReference).map((component): Difference => ({ group: 'component', side: 'reference', text: `The other design has ${called(component)}${neighbours(reference, component)}; yours has nothing in its place.`, yours: [], reference: [component.id] }));
  const spare = alone(yours, partners.ofYours).map((component): Difference => ({ group: 'component', side: 'yours', text: `You have ${called(component)}${neighbours(yours, component)}; the other design does without.`, yours: [component.id], reference: [] }));
  return [...missing, ...spare, ...connectionDifferences(yours, reference, partners, pairs, entities), ...propertyDifferences(yours, reference, partners, pairs, asked)];
}

/** Components without a partner: what keeps and guards data first, then what hands it on, then code. */
const alone = (diagram: Diagram, partners: ReadonlyMap<Id, Id>): readonly Component[] =>
  [...diagram.components.values()].filter(({ id }) => !partners.has(id)).toSorted((a, b) => weight(b) - weight(a) || byId(a, b));

function weight(component: Component): number {
  if (isStore(component) || component.kind === 'distributed-lock') return 4;
  if (isBroker(component)) return component.properties.isDeadLetterQueue === true ? 2 : 4;
  if (isCompute(component)) return 3;
  return isProxy(component) || component.kind === 'cdn' ? 2 : 1;
}

function called({ kind, name }: Component): string {
  const word = inSentence(kindOf(kind)?.label ?? kind);
  const noun = name.trim() === '' || name.toLowerCase() === word ? word : `${word} ${name}`;
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function neighbours(diagram: Diagram, { id }: Component): string {
  const graph = graphOf(diagram);
  const names = [...graph.into(id).map(({ from }) => from.name), ...graph.out(id).map(({ to }) => to.name)];
  return names.length === 0 ? '' : ` beside ${listed(names)}`;
}
