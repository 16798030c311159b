import type { Diagram, Id } from '#diagram/diagram.ts';
import { flowsOf } from '#graph/entities.ts';
import { type Edge, graphOf } from '#graph/graph.ts';
import type { CanonicalEntities } from './canonical-entities.ts';
import { listed } from '../facts/judging.ts';
import type { Difference } from './difference.ts';
import type { Partners } from './partners.ts';

/** A connection of each design that do the same between partners. */
export interface EdgePair {
  readonly my: Edge;
  readonly their: Edge;
}

/** Pairs connections between partners that mean the same, those that carry the same data first. */
export function edgePairs(yours: Diagram, reference: Diagram, { ofReference }: Partners, entities: CanonicalEntities): readonly EdgePair[] {
  const mine = graphOf(yours).edges;
  const taken = new Set<Id>();
  const candidates = graphOf(reference).edges.flatMap((their) =>
    mine
      .filter((my) => my.from.id === ofReference.get(their.from.id) && my.to.id === ofReference.get(their.to.id) && my.interaction === their.interaction)
      .map((my) => ({ my, their, likeness: likeness(my, their, entities) })),
  );
  return candidates
    .toSorted((a, b) => b.likeness - a.likeness)
    .filter(({ my, their }) => {
      const isFree = !taken.has(`my ${my.id}`) && !taken.has(`their ${their.id}`);
      if (isFree) taken.add(`my ${my.id}`).add(`their ${their.id}`);
      return isFree;
    })
    .map(({ my, their }) => ({ my, their }));
}

function likeness(my: Edge, their: Edge, entities: CanonicalEntities): number {
  const [own, other] = [flowsOf(my).map((id) => entities.yours.get(id) ?? id), flowsOf(their).map((id) => entities.reference.get(id) ?? id)];
  const shared = own.filter((entity) => other.includes(entity)).length;
  const [a, b] = [my.connection.properties, their.connection.properties];
  const same = Object.entries(b).filter(([name, value]) => Object.entries(a).some(([key, mine]) => key === name && mine === value)).length;
  return (a.access === b.access ? 100 : 0) + (shared * 50) / Math.max(own.length, other.length, 1) + same;
}

/** Connections between partners that only one side has, or that carry something else. */
export function connectionDifferences(yours: Diagram, reference: Diagram, partners: Partners, pairs: readonly EdgePair[], entities: CanonicalEntities): readonly Difference[] {
  const nameOf = (id: Id | undefined): string => yours.components.get(id ?? '')?.name ?? '';
  const missing = graphOf(reference)
    .edges.filter((edge) => partners.ofReference.has(edge.from.id) && partners.ofReference.has(edge.to.id) && !pairs.some(({ their }) => their.id === edge.id))
    .map((edge): Difference => {
      const ends = [edge.from.id, edge.to.id].flatMap((id) => partners.ofReference.get(id) ?? []);
      return { group: 'connection', side: 'reference', text: `${nameOf(ends[0])} does not ${phrase(edge)} ${nameOf(ends[1])}${what(reference, edge)}; in the other it does.`, yours: ends, reference: [edge.id] };
    });
  const spare = graphOf(yours)
    .edges.filter((edge) => partners.ofYours.has(edge.from.id) && partners.ofYours.has(edge.to.id) && !pairs.some(({ my }) => my.id === edge.id))
    .map((edge): Difference => ({ group: 'connection', side: 'yours', text: `In the other ${edge.from.name} does not ${phrase(edge)} ${edge.to.name}${what(yours, edge)}; in yours it does.`, yours: [edge.id], reference: [edge.from.id, edge.to.id].flatMap((id) => partners.ofYours.get(id) ?? []) }));
  const other = pairs.flatMap(({ my, their }): readonly Difference[] => {
    const own = flowsOf(my).map((id) => entities.yours.get(id) ?? id);
    const lacking = flowsOf(their).filter((id) => !own.includes(entities.reference.get(id) ?? id));
    if (lacking.length === 0) return [];
    const names = listed(lacking.map((id) => reference.entities.get(id)?.name ?? id));
    return [{ group: 'connection', side: 'reference', text: `${my.from.name} → ${my.to.name} carries ${names} in the other${own.length === 0 ? '; yours does not say what it carries' : ', not in yours'}.`, yours: [my.id], reference: [their.id] }];
  });
  return [...missing, ...spare, ...other];
}

const verbs: Readonly<Record<string, string>> = {
  publish: 'publish to',
  consume: 'hand messages to',
  'change-data-capture': 'send its changes to',
  replicate: 'copy itself to',
  'dead-letter': 'put dead letters into',
  'origin-fetch': 'fetch from',
  'cache-load': 'load from',
  'cache-flush': 'write back to',
  'acquire-lock': 'take a lock of',
  invalidate: 'invalidate',
};

function phrase({ interaction, connection: { properties } }: Edge): string {
  const verb = interaction === undefined ? undefined : verbs[interaction];
  if (verb !== undefined) return verb;
  if (properties.access === 'read') return 'read from';
  if (properties.access === 'write') return 'write to';
  return properties.access === undefined ? 'call' : 'read and write';
}

const what = (diagram: Diagram, edge: Edge): string => {
  const names = flowsOf(edge).map((id) => diagram.entities.get(id)?.name ?? id);
  return names.length === 0 ? '' : ` (${listed(names)})`;
};
