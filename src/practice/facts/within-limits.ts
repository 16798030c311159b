import type { Truth } from '#base/truth.ts';
import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { total } from '#estimate/rate.ts';
import { isRequest } from '#graph/access.ts';
import { isCompute, ofKind } from '#graph/roles.ts';
import { type DecidingField, type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { openLoad } from './client-load.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, type Judging, listed } from './judging.ts';

/** Each system of others to which an entity is sent gets no more calls than it accepts, even if workers grow as far as they may. */
export const withinLimits = defineFact('within-limits', 'Each system of others to which an entity is sent states its limit, and gets no more calls at peak.', { entity }, ({ entity: id }, judging): Judgement => {
  const { graph } = judging;
  const name = judging.entityName(id);
  const callsTo = (component: Component) => graph.into(component.id).filter((edge) => isRequest(edge) && isCompute(edge.from) && judging.carries(edge, id) !== false);
  const others = ofKind(graph, 'external-system').filter((component) => callsTo(component).length > 0);
  const judged = others.map((component) => ({ component, truth: isWithin(judging, component) }));
  const words = (list: typeof judged): string => listed(list.map(({ component }) => component.name));
  const witness = (list: typeof judged): readonly string[] => list.flatMap(({ component }) => [...callsTo(component).flatMap((edge) => [edge.from.id, edge.id]), component.id]);
  const flooded = judged.filter(({ truth }) => truth === false);
  if (flooded.length > 0) return notMet(`${flooded.map(({ component }) => `${component.name} gets ${quantity(total(flowOf(graph).into(component))?.value ?? 0, 'req/s')} and takes ${quantity(component.properties.rateLimitRps ?? 0, 'req/s')}`).join('; ')}.`, witness(flooded));
  const open = judged.filter(({ truth }) => truth === undefined);
  if (open.length > 0) return cannotTell(`Whether ${words(open)} gets more than it takes is not stated.`, open.flatMap(({ component }) => openLimit(judging, component)), witness(open));
  if (judged.length === 0) return notMet(`Nobody sends ${name} to a system of others.`);
  const unsaid = others.every((component) => callsTo(component).every((edge) => judging.carries(edge, id) === undefined));
  if (unsaid) return cannotTell(`Nothing says who gets ${name}.`, carriedBy(others.flatMap(callsTo)), witness(judged));
  return met(`${words(judged)} ${judged.length === 1 ? 'gets' : 'get'} no more than agreed.`, witness(judged));
});

function isWithin({ graph }: Judging, component: Component): Truth {
  const load = total(flowOf(graph).into(component));
  const { rateLimitRps } = component.properties;
  if (!load || rateLimitRps === undefined) return undefined;
  if (load.value <= rateLimitRps) return true;
  return load.certainty === 'known' ? false : undefined;
}

/** What would tell how much gets there at most, and how much may. */
function openLimit(judging: Judging, component: Component): readonly DecidingField[] {
  const limit = component.properties.rateLimitRps === undefined ? [{ record: component.id, property: 'rateLimitRps' }] : [];
  const load = total(flowOf(judging.graph).into(component));
  const callers = judging.graph.into(component.id).map(({ from }) => from);
  if (load?.certainty === 'upper-bound' && limit.length === 0) return callers.filter(({ kind, properties }) => kind !== 'client' && properties.autoScaling === 'automatic' && properties.maxInstances === undefined).map(({ id }) => ({ record: id, property: 'maxInstances' }));
  return [...limit, ...(load ? [] : [...openLoad(judging), ...outsideLoad(judging)])];
}

/** Calls of other systems whose rate is not stated. */
const outsideLoad = ({ graph }: Judging): readonly DecidingField[] =>
  ofKind(graph, 'external-system').flatMap(({ id }) => graph.out(id).filter((edge) => isRequest(edge) && edge.connection.properties.peakRps === undefined).map((edge) => ({ record: edge.id, property: 'peakRps' })));
