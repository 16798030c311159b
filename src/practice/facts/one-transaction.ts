import { every3 } from '#base/truth.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { durableWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { listed } from './judging.ts';

/** `one-transaction(A, B)`: somebody writes both entities to one store, in transactions. */
export const oneTransaction = defineFact('one-transaction', 'Two entities are written by one component to one database, in transactions: both or neither.', { entity, with: entity }, ({ entity: id, with: other }, judging): Judgement => {
  const [first, second] = [durableWrites(judging, id), durableWrites(judging, other)];
  const names = `${judging.entityName(id)} and ${judging.entityName(other)}`;
  const pairs = [...first.certain, ...first.open].flatMap((a) =>
    [...second.certain, ...second.open]
      .filter((b) => a.from.id === b.from.id && a.to.id === b.to.id && a.to.kind === 'core-database')
      .map((b) => ({ a, b, truth: every3([first.certain.includes(a) || undefined, second.certain.includes(b) || undefined, a.connection.properties.transactional, b.connection.properties.transactional]) })),
  );
  const witness = (list: typeof pairs): readonly string[] => list.flatMap(({ a, b }) => [a.from.id, a.id, b.id, a.to.id]);
  const whole = pairs.filter(({ truth }) => truth === true);
  if (whole.length > 0) return met(`${listed(whole.map(({ a }) => a.from.name))} writes ${names} in one transaction.`, witness(whole));
  const open = pairs.filter(({ truth }) => truth === undefined);
  if (open.length === 0) return notMet(`Nobody writes ${names} in one transaction.`, witness(pairs));
  const edges = open.flatMap(({ a, b }) => [a, b]);
  const unsaid = [...first.fields, ...second.fields].filter(({ record }) => edges.some((edge) => edge.id === record));
  return cannotTell(`Whether ${listed(open.map(({ a }) => a.from.name))} writes ${names} in one transaction is not stated.`, [...unsaid, ...edges.filter(({ connection }) => connection.properties.transactional === undefined).map((edge) => ({ record: edge.id, property: 'transactional' }))], witness(open));
});
