import type { Component } from '#diagram/diagram.ts';
import { groupOf } from '#estimate/flow.ts';
import type { Edge } from '#graph/graph.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { count, defineFact } from './fact.ts';
import { componentsOf, listed } from './judging.ts';
import { isOfKind, openFields, selectorNoun, selectorSchema, selects } from './selector.ts';

/** `groups(stream) ≥ n`: a broker of this sort is read by so many groups, each of which gets every message. */
export const consumerGroups = defineFact('groups', 'A stream or queue of this sort is read by at least so many consumer groups.', { of: selectorSchema, atLeast: count }, ({ of, atLeast }, judging): Judgement => {
  const brokers = componentsOf(judging)
    .filter((component) => isOfKind(of, component))
    .map((broker) => ({ broker, consumers: judging.graph.out(broker.id).filter(({ interaction }) => interaction === 'consume') }));
  const enough = brokers.filter(({ broker, consumers }) => groupsAt(broker, consumers) >= atLeast);
  const witness = (list: typeof brokers): readonly string[] => list.flatMap(({ broker, consumers }) => [broker.id, ...consumers.flatMap((edge: Edge) => [edge.id, edge.to.id])]);
  const certain = enough.filter(({ broker }) => selects(of, broker) === true);
  const [first] = certain;
  if (first) return met(`${first.broker.name} is read by ${listed(first.consumers.map(({ to }) => to.name))}${first.consumers.length > 1 ? ', each at its own pace' : ''}.`, witness(certain));
  const open = enough.filter(({ broker }) => selects(of, broker) === undefined);
  if (open.length > 0) return cannotTell(`What ${listed(open.map(({ broker }) => broker.name))} is, is not stated.`, open.flatMap(({ broker }) => openFields(of, broker)), witness(open));
  const busiest = brokers.filter(({ broker }) => selects(of, broker) !== false).toSorted((a, b) => groupsAt(b.broker, b.consumers) - groupsAt(a.broker, a.consumers))[0];
  if (!busiest) return notMet(`There is no ${selectorNoun(of)}.`, witness(brokers));
  const groups = groupsAt(busiest.broker, busiest.consumers);
  return notMet(`${busiest.broker.name} is read by ${groups === 0 ? 'nobody' : groups === 1 ? 'one group of consumers' : `${groups} groups of consumers`}; ${atLeast} were asked for.`, witness(brokers));
});

/** The consumers of a queue share its messages, whatever their groups are called. */
const groupsAt = ({ kind }: Component, consumers: readonly Edge[]): number => (kind === 'queue' ? Math.min(consumers.length, 1) : new Set(consumers.map(groupOf)).size);
