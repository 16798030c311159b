import { z } from 'zod';
import { every3, some3, type Truth } from '#base/truth.ts';
import type { Edge } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { type DecidingField, cannotTell, met, notMet } from '../judgement.ts';
import { durableWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { type Judging, listed, whoDo } from './judging.ts';

interface Candidate {
  readonly truth: Truth;
  readonly fields: readonly DecidingField[];
  readonly edges: readonly Edge[];
}

/** `together(E, F)`: the entities are written in one transaction of one store, or, unless that alone counts, a pattern is declared that keeps them together. */
export const together = defineFact(
  'together',
  'Entities change in one transaction of one store, or somebody who writes them declares a pattern (saga, outbox, ...) that keeps them together; with "oneTransaction" no pattern will do.',
  { entities: z.array(entity, 'must be a list of entities').min(2, 'must name two entities at least').readonly(), oneTransaction: z.boolean('must be true or false').optional() },
  ({ entities, oneTransaction = false }, judging) => {
    const names = listed(entities.map((id) => judging.entityName(id)));
    const broken = judging.report().findings.filter(({ rule }) => rule === 'database/cross-store-transaction');
    if (broken.length > 0) return notMet(broken[0]?.message ?? '', broken.flatMap(({ primary, witness }) => [primary, ...witness]));
    const perEntity = entities.map((id) => durableWrites(judging, id));
    const candidates = [...transactions(judging, entities, perEntity.flatMap(({ certain, open }) => [...certain, ...open])), ...(!oneTransaction && perEntity.every(({ certain }) => certain.length > 0) ? patterns(perEntity.flatMap(({ certain }) => certain)) : [])];
    const witness = (list: readonly Candidate[]): readonly string[] => list.flatMap(({ edges }) => edges.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]));
    const fitting = candidates.filter(({ truth }) => truth === true);
    if (fitting.length > 0) return met(`${whoDo(fitting.flatMap(({ edges }) => edges.map(({ from }) => from.name)), 'keeps', 'keep')} ${names} together.`, witness(fitting));
    const open = candidates.filter(({ truth }) => truth === undefined);
    if (open.length > 0) return cannotTell(`Whether ${names} change together is not stated.`, open.flatMap(({ fields }) => fields), witness(open));
    return notMet(`Nothing keeps ${names} together: they can change one without the other.`, perEntity.flatMap(({ certain }) => certain.flatMap((edge) => [edge.from.id, edge.id, edge.to.id])));
  },
);

/** Writes of one component to one store under one transaction, which may carry all of them. */
function transactions(judging: Judging, entities: readonly string[], writes: readonly Edge[]): readonly Candidate[] {
  return groups([...new Set(writes)], ({ from, to, connection }) => `${from.id} ${to.id} ${connection.properties.transactionId ?? ''}`).map((unit): Candidate => {
    const carrying = unit.filter((edge) => entities.some((id) => judging.carries(edge, id) === true));
    const edges = carrying.length > 0 ? carrying : unit;
    const truth = every3([...entities.map((id) => some3(unit.map((edge) => judging.carries(edge, id)))), ...edges.map(({ connection }) => connection.properties.transactional)]);
    const fields = unit.flatMap(({ id, connection: { properties } }) => (['transactional', 'dataFlows'] as const).filter((name) => properties[name] === undefined).map((property) => ({ record: id, property })));
    return { truth, fields, edges };
  });
}

/** Each of the writers, by the pattern that it declares; only writes that are apart make one wonder what it is. */
function patterns(writes: readonly Edge[]): readonly Candidate[] {
  const isApart = new Set(writes.map(({ from, to }) => `${from.id} ${to.id}`)).size > 1;
  return groups(writes.filter(({ from }) => isCompute(from)), ({ from }) => from.id).flatMap((edges): readonly Candidate[] => {
    const [first] = edges;
    if (!first) return [];
    const { consistencyPattern } = first.from.properties;
    const truth = consistencyPattern === undefined ? (isApart ? undefined : false) : consistencyPattern !== 'none';
    return [{ truth, fields: [{ record: first.from.id, property: 'consistencyPattern' }], edges }];
  });
}

const groups = (edges: readonly Edge[], keyOf: (edge: Edge) => string): readonly (readonly Edge[])[] => [...new Set(edges.map(keyOf))].map((key) => edges.filter((edge) => keyOf(edge) === key));
