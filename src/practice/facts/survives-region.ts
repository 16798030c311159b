import { z } from 'zod';
import { every3, type Truth } from '#base/truth.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, reads, writes } from '#graph/access.ts';
import { enclosing } from '#graph/boundaries.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge } from '#graph/graph.ts';
import { reachable, shortestPath } from '#graph/paths.ts';
import { isDurableStore, isInScope, ofKind } from '#graph/roles.ts';
import { type DecidingField, type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { type EntityEdges, storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { componentsOf, type Judging, listed } from './judging.ts';

/** Whatever region is lost, clients still get to a durable copy of an entity. */
export const survivesRegion = defineFact(
  'survives-region',
  'Whichever region (a boundary of that type) is lost, some client still reads or writes an entity in a durable store that has it: the one that is written to, or a copy of it.',
  { entity, access: z.enum(['read', 'write'], 'must be read or write') },
  ({ entity: id, access }, judging): Judgement => {
    const name = judging.entityName(id);
    const stored = toDurable(storeWrites(judging, id));
    if (stored.certain.length === 0) return stored.open.length > 0 ? cannotTell(`Nothing says which connection writes ${name}.`, stored.fields) : notMet(`Nothing writes ${name} to a database or to blob storage.`);
    const copies = reachable(judging.graph, stored.certain.map(({ to }) => to.id), ({ interaction, to }) => interaction === 'replicate' && isDurableStore(to));
    const regions = [...new Set(componentsOf(judging).flatMap((component) => enclosing(judging.diagram, component, 'region')?.id ?? []))].toSorted();
    const does = (edge: Edge): Truth => (isRequest(edge) ? (access === 'read' ? reads : writes)(edge) : (access === 'read') === fetches.has(edge.interaction ?? ''));
    const goals = judging.graph.edges.filter((edge) => (isRequest(edge) || fetches.has(edge.interaction ?? '') || edge.interaction === 'consume') && copies.has(edge.to.id));
    const wayPast = (region: Id | undefined, isSure: boolean): readonly Id[] | undefined => {
      const fits = (truth: Truth): boolean => (isSure ? truth === true : truth !== false);
      const stays = (component: Component): boolean => fits(survives(judging, component, region).truth);
      const follows = (edge: Edge): boolean => (isCall(edge) || (access === 'write' && handsOn.has(edge.interaction ?? ''))) && stays(edge.to);
      const wanted = goals.filter((edge) => fits(every3([does(edge), judging.carries(edge, id)])) && stays(edge.from) && stays(edge.to));
      const ways = ofKind(judging.graph, 'client').flatMap((client) => wanted.map((edge) => withLast(shortestPath(judging.graph, client.id, edge.from.id, follows), edge)));
      return ways.find((way) => way !== undefined);
    };
    const known = [...regions, ...(regions.length === 0 ? [undefined] : [])];
    if (wayPast(nowhere, false) === undefined) return notMet(`No client ${access === 'read' ? 'reads' : 'writes'} ${name} in a database or in blob storage, with all regions or without.`, [...copies]);
    const lost = known.filter((region) => wayPast(region, false) === undefined);
    if (lost.length > 0) return notMet(`Without ${listed(lost.map((region) => (region === undefined ? 'its region' : judging.nameOf(region))))} no client ${access === 'read' ? 'reads' : 'writes'} ${name} any more.`, [...copies]);
    const sure = known.map((region) => wayPast(region, true));
    if (sure.every((way) => way !== undefined)) return met(`Clients still ${access} ${name} when a region is lost.`, sure.flatMap((way) => way ?? []));
    const open = known.filter((_, index) => sure[index] === undefined);
    const fields = open.flatMap((region) => (wayPast(region, false) ?? []).flatMap((record): readonly DecidingField[] => openOn(judging, record, region)));
    return cannotTell(regions.length === 0 ? `No region is drawn, so nobody can say what is left of ${name} without one.` : `In which region some of the way to ${name} runs is not stated.`, fields);
  },
);

/** How a CDN and a cache read what they do not have. */
const fetches: ReadonlySet<string> = new Set(['origin-fetch', 'cache-load']);

/** Ways into stores that keep what they are given. */
function toDurable({ certain, open, fields }: EntityEdges): EntityEdges {
  const [sure, perhaps] = [certain, open].map((edges) => edges.filter(({ to }) => isDurableStore(to)));
  return { certain: sure ?? [], open: perhaps ?? [], fields: fields.filter(({ record }) => perhaps?.some(({ id }) => id === record)) };
}

/** Messages bring what clients write to a store too. */
const handsOn: ReadonlySet<string> = new Set(['publish', 'consume']);

/** No region: nothing is lost. */
const nowhere = '';

const withLast = (way: readonly Id[] | undefined, edge: Edge): readonly Id[] | undefined => way && [...way, edge.id, edge.to.id];

/** Whether a component is still there without a region, and what would decide. What has no place in a region is asked where it runs. */
function survives({ diagram }: Judging, component: Component, lost: Id | undefined): { readonly truth: Truth; readonly field?: string } {
  const { kind, properties } = component;
  if (lost === nowhere || kind === 'client' || kind === 'cdn' || !isInScope(component)) return { truth: true };
  if (kind === 'blob-storage' && properties.redundancy === 'cross-region') return { truth: true };
  if (kind === 'load-balancer' && properties.scope === 'global') return { truth: true };
  const region = enclosing(diagram, component, 'region');
  if (region) return { truth: region.id !== lost };
  if (kind === 'blob-storage' && properties.redundancy === undefined) return { truth: undefined, field: 'redundancy' };
  return { truth: undefined, field: kind === 'load-balancer' && properties.scope === undefined ? 'scope' : 'boundary' };
}

/** What is open about a record on a way: where it runs, what it carries, or how. */
function openOn(judging: Judging, record: Id, lost: Id | undefined): readonly DecidingField[] {
  const component = judging.diagram.components.get(record);
  const field = component && survives(judging, component, lost).field;
  if (field !== undefined) return [{ record, property: field }];
  const edge = judging.graph.edge(record);
  if (!edge || !isDurableStore(edge.to)) return [];
  const { access, dataFlows = [] } = edge.connection.properties;
  return [...(access === undefined && isRequest(edge) ? [{ record, property: 'access' }] : []), ...(dataFlows.length === 0 ? [{ record, property: 'dataFlows' }] : [])];
}
