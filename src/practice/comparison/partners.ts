import { byId } from '#base/order.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { flowsOf } from '#graph/entities.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import type { CanonicalEntities } from './canonical-entities.ts';

/** Which component of one design does what a component of the other does. */
export interface Partners {
  /** Ids of the own design by ids of the reference. */
  readonly ofReference: ReadonlyMap<Id, Id>;
  readonly ofYours: ReadonlyMap<Id, Id>;
}

interface Profile {
  readonly component: Component;
  readonly sort: string;
  /** What it does and states, as words. */
  readonly features: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  /** Its place in the design, seen further and further. */
  readonly views: readonly number[];
}

const rounds = 4;

/** Pairs components of the same kind by what they carry, their neighbours and their product; names, ids and places mean nothing. */
export function partnersOf(yours: Diagram, reference: Diagram, entities: CanonicalEntities): Partners {
  const numbers = new Map<string, number>();
  const mine = profilesOf(yours, entities.yours, numbers);
  const theirs = profilesOf(reference, entities.reference, numbers);
  const [myGraph, theirGraph] = [graphOf(yours), graphOf(reference)];
  const ofReference = new Map<Id, Id>();
  const ofYours = new Map<Id, Id>();
  const pairs = theirs.flatMap((their) => mine.filter((my) => isPossible(my, their)).map((my) => ({ my, their, likeness: likeness(my, their) })));
  for (let open = pairs; open.length > 0; open = open.filter(({ my, their }) => !ofYours.has(my.component.id) && !ofReference.has(their.component.id))) {
    const rated = open.map((pair) => ({ pair, score: pair.likeness + sharedNeighbours(myGraph, theirGraph, pair.my.component.id, pair.their.component.id, ofReference) }));
    const best = rated.reduce((one, other) => (other.score > one.score ? other : one));
    ofReference.set(best.pair.their.component.id, best.pair.my.component.id);
    ofYours.set(best.pair.my.component.id, best.pair.their.component.id);
  }
  return { ofReference, ofYours };
}

/** Components of one kind that carry different data do different work; what hands everything on may still be the same. */
function isPossible(my: Profile, their: Profile): boolean {
  if (my.sort !== their.sort) return false;
  if (my.entities.size === 0 || their.entities.size === 0 || isForAll(my.component)) return true;
  return [...my.entities].some((entity) => their.entities.has(entity));
}

const isForAll = ({ kind }: Component): boolean => kind === 'client' || kind === 'api-gateway' || kind === 'load-balancer';

function likeness(my: Profile, their: Profile): number {
  const shared = [...my.features].filter((feature) => their.features.has(feature)).length;
  const all = new Set([...my.features, ...their.features]).size;
  const views = my.views.filter((view, round) => view === their.views[round]).length;
  return (all === 0 ? 1 : shared / all) + views / (2 * rounds);
}

/** How many of their connections lead to partners in the same way, as a share of all. */
function sharedNeighbours(mine: Graph, theirs: Graph, my: Id, their: Id, ofReference: ReadonlyMap<Id, Id>): number {
  const words = ({ from, interaction }: Edge, self: Id, other: Id | undefined): string => `${from.id === self ? 'to' : 'from'} ${interaction} ${other}`;
  const around = (graph: Graph, id: Id): readonly Edge[] => [...graph.out(id), ...graph.into(id)];
  const otherEnd = (edge: Edge, self: Id): Id => (edge.from.id === self ? edge.to.id : edge.from.id);
  const own = new Set(around(mine, my).map((edge) => words(edge, my, otherEnd(edge, my))));
  const wanted = around(theirs, their).flatMap((edge) => {
    const partner = ofReference.get(otherEnd(edge, their));
    return partner === undefined ? [] : [words(edge, their, partner)];
  });
  return wanted.filter((word) => own.has(word)).length / Math.max(own.size, around(theirs, their).length, 1);
}

function profilesOf(diagram: Diagram, words: ReadonlyMap<Id, string>, numbers: Map<string, number>): readonly Profile[] {
  const graph = graphOf(diagram);
  const basic = [...diagram.components.values()].toSorted(byId).map((component) => ({ component, sort: sortOf(component), features: featuresOf(graph, component, words) }));
  const text = (sort: string, features: ReadonlySet<string>): string => `${sort}: ${[...features].toSorted().join(' | ')}`;
  const rough = viewsOf(graph, new Map(basic.map(({ component, sort, features }) => [component.id, text(sort, features)])), numbers);
  const close = viewsOf(graph, new Map(basic.map(({ component, sort, features }) => [component.id, `${text(sort, features)} ${detailsOf(component)}`])), numbers);
  return basic.map(({ component, sort, features }) => ({ component, sort, features, entities: entitiesAt(graph, component, words), views: [...(rough.get(component.id) ?? []), ...(close.get(component.id) ?? [])] }));
}

/** Numbers for what a component is, then for what it is among its neighbours, and among theirs: equal where the two are alike as far as one looks. */
function viewsOf(graph: Graph, base: ReadonlyMap<Id, string>, numbers: Map<string, number>): ReadonlyMap<Id, readonly number[]> {
  const number = (text: string): number => numbers.get(text) ?? numbers.set(text, numbers.size).size - 1;
  let views = new Map([...base].map(([id, text]) => [id, number(text)]));
  const seen = new Map([...views].map(([id, view]) => [id, [view]]));
  for (let round = 1; round < rounds; round++) {
    const before = views;
    const around = (edges: readonly Edge[], end: (edge: Edge) => Component): string => edges.map((edge) => `${edge.interaction} ${before.get(end(edge).id)}`).toSorted().join(',');
    views = new Map([...before].map(([id, view]) => [id, number(`${view} > ${around(graph.out(id), ({ to }) => to)} < ${around(graph.into(id), ({ from }) => from)}`)]));
    for (const [id, view] of views) seen.get(id)?.push(view);
  }
  return seen;
}

/** A dead-letter queue is another thing than a queue of work. */
const sortOf = ({ kind, properties }: Component): string => (properties.isDeadLetterQueue === true ? `${kind} of dead letters` : kind);

const entitiesAt = (graph: Graph, { id }: Component, words: ReadonlyMap<Id, string>): ReadonlySet<string> =>
  new Set([...graph.out(id), ...graph.into(id)].flatMap(flowsOf).map((entity) => words.get(entity) ?? entity));

/** Every number and choice that it states: of several that do the same work, the one of the same size is the partner. */
const detailsOf = ({ properties }: Component): string =>
  Object.entries(properties)
    .flatMap(([name, value]) => (typeof value === 'number' || typeof value === 'boolean' ? [`${name} = ${value}`] : []))
    .toSorted()
    .join(' | ');

function featuresOf(graph: Graph, component: Component, words: ReadonlyMap<Id, string>): ReadonlySet<string> {
  const { id, kind, properties } = component;
  const step = (edge: Edge, way: string, other: Component): readonly string[] => [
    `${way} ${edge.interaction} ${other.kind}`,
    ...flowsOf(edge).map((entity) => `${way} ${edge.interaction} ${edge.connection.properties.access ?? ''} ${words.get(entity) ?? entity}`),
  ];
  const table = kindOf(kind)?.properties ?? {};
  const stated = Object.entries(properties).flatMap(([name, value]) => (table[name]?.type === 'enum' || name === 'technology' ? [`${name} = ${String(value)}`] : []));
  return new Set([...graph.out(id).flatMap((edge) => step(edge, 'to', edge.to)), ...graph.into(id).flatMap((edge) => step(edge, 'from', edge.from)), ...stated]);
}
