import { z } from 'zod';
import { every3, some3, type Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysTo } from '#graph/proxy.ts';
import { isCompute } from '#graph/roles.ts';
import { cannotTell, met, notMet } from '../judgement.ts';
import { durableWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { whoDo } from './judging.ts';
import { openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** `guarded(E, lock)`: whoever writes the entity to a durable store holds such a lock, or writes conditionally; `lockRequired` leaves only the lock. */
export const guarded = defineFact(
  'guarded',
  'Whoever writes an entity to a durable store holds a lock of this sort, or (unless the lock is required) writes conditionally.',
  { entity, by: selectorSchema, lockRequired: z.boolean('must be true or false').optional() },
  ({ entity: id, by, lockRequired = false }, judging) => {
    const { graph } = judging;
    const writes = durableWrites(judging, id);
    const name = judging.entityName(id);
    if (writes.certain.length === 0) {
      if (writes.open.length > 0) return cannotTell(`Nothing says which connection writes ${name}.`, writes.fields);
      return notMet(`Nothing writes ${name} to a database or to blob storage.`);
    }
    const writers = byWriter(graph, writes.certain);
    if (writers.length === 0) return notMet(`No service, worker or job writes ${name} to a database or to blob storage.`, writes.certain.flatMap((edge) => [edge.from.id, edge.id, edge.to.id]));
    const locksOf = (writer: Component): readonly Edge[] => graph.out(writer.id).filter(({ interaction }) => interaction === 'acquire-lock');
    const isHeld = (writer: Component): Truth => some3(locksOf(writer).map(({ to }) => selects(by, to)));
    const isConditional = (own: readonly Edge[]): Truth => every3(own.map(({ connection }) => connection.properties.conditionalWrite));
    const truths = writers.map(([writer, own]) => ({ writer, own, truth: lockRequired ? isHeld(writer) : some3([isHeld(writer), isConditional(own)]) }));
    const witness = truths.flatMap(({ writer, own }) => [writer.id, ...locksOf(writer).flatMap((edge) => [edge.id, edge.to.id]), ...own.flatMap((edge) => [edge.id, edge.to.id])]);
    const careless = truths.filter(({ truth }) => truth === false);
    if (careless.length > 0) {
      return notMet(`${whoDo(careless.map(({ writer }) => writer.name), 'writes', 'write')} ${name} without ${selectorWords(by)}${lockRequired ? '' : ', and without checking first'}.`, careless.flatMap(({ writer, own }) => [writer.id, ...own.flatMap((edge) => [edge.id, edge.to.id])]));
    }
    const open = truths.filter(({ truth }) => truth === undefined);
    if (open.length > 0) {
      const fields = open.flatMap(({ writer, own }) => [
        ...locksOf(writer).flatMap(({ to }) => openFields(by, to)),
        ...(lockRequired ? [] : own.filter(({ connection }) => connection.properties.conditionalWrite === undefined).map((edge) => ({ record: edge.id, property: 'conditionalWrite' }))),
      ]);
      return cannotTell(`What guards the writes of ${name} is not stated.`, fields, witness);
    }
    const unclear = byWriter(graph, writes.open).filter(([writer, own]) => isHeld(writer) !== true && (lockRequired || isConditional(own) !== true));
    if (unclear.length > 0) return cannotTell(`Whether ${whoDo(unclear.map(([writer]) => writer.name), 'writes', 'write')} ${name} too is not stated.`, writes.fields.filter(({ record }) => unclear.some(([, own]) => own.some(({ id: edge }) => edge === record))));
    return met(`${whoDo(writers.map(([writer]) => writer.name), 'writes', 'write')} ${name} under ${lockRequired ? 'a lock' : 'a lock or a condition'}.`, witness);
  },
);

/** The own code that makes these writes, itself or over proxies. */
function byWriter(graph: Graph, writes: readonly Edge[]): readonly (readonly [Component, readonly Edge[]])[] {
  const writers = new Map<string, readonly [Component, readonly Edge[]]>();
  for (const edge of writes) {
    for (const { edges: [{ from }] } of waysTo(graph, edge)) if (isCompute(from)) writers.set(from.id, [from, [...(writers.get(from.id)?.[1] ?? []), edge]]);
  }
  return [...writers.values()];
}
