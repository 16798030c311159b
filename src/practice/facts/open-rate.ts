import type { Component, Id } from '#diagram/diagram.ts';
import { ceilingFactorsOf, drainOf, isBehindBroker, partsOf } from '#estimate/capacity.ts';
import { carriesLoad, flowOf } from '#estimate/flow.ts';
import { certain, type Rate, total } from '#estimate/rate.ts';
import { inputsAlong } from '#estimate/rate-figures.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import type { DecidingField } from '../judgement.ts';

/** What would have to be stated, here or further up, to be certain how much arrives at a component. Nothing where it flows in a circle: no one word decides there. */
export function openRate(graph: Graph, component: Component, seen: Set<Id> = new Set()): readonly DecidingField[] {
  if (seen.has(component.id)) return [];
  seen.add(component.id);
  const along = (edge: Edge): Rate => flowOf(graph).along(edge);
  const open = graph.into(component.id).filter((edge) => carriesLoad(edge) && !isCertain(along(edge)));
  const unknown = open.filter((edge) => total(along(edge)) === undefined);
  const followed = unknown.length > 0 ? unknown.filter((edge) => !reachable(graph, [edge.to.id], carriesLoad).has(edge.from.id)) : open;
  return followed.flatMap((edge) => [
    ...inputsAlong(graph, edge).filter(({ record, property }) => !isStated(graph, record, property)),
    ...openAccess(along(edge), edge),
    ...(unknown.length > 0 ? [] : openDrain(graph, edge.from)),
    ...openRate(graph, edge.from, seen),
  ]);
}

const isCertain = (rate: Rate): boolean => certain(rate.reads) !== undefined && certain(rate.writes) !== undefined && certain(rate.unclassified) === 0;

function isStated({ diagram }: Graph, record: Id, property: string): boolean {
  const properties = diagram.components.get(record)?.properties ?? diagram.connections.get(record)?.properties ?? {};
  return Object.entries(properties).some(([name, value]) => name === property && value !== undefined);
}

/** Whether it reads or writes, where nobody says that. */
function openAccess({ unclassified }: Rate, { id, connection: { properties } }: Edge): readonly DecidingField[] {
  if (!unclassified?.value) return [];
  if (properties.access === undefined) return [{ record: id, property: 'access' }];
  return properties.access === 'read-write' && properties.readFraction === undefined ? [{ record: id, property: 'readFraction' }] : [];
}

/** How far a consumer may grow: until then it passes on what arrives at most. */
const openDrain = (graph: Graph, component: Component): readonly DecidingField[] =>
  isBehindBroker(graph, component) && drainOf(component) === undefined
    ? partsOf(component).flatMap((part) => ceilingFactorsOf(component, part)).filter(({ value }) => value === undefined).map(({ property }) => ({ record: component.id, property }))
    : [];
