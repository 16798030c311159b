import { every3, some3 } from '#base/truth.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge } from '#graph/graph.ts';
import { isProxy } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { hopsOf } from './hop.ts';
import { carriedBy, listed } from './judging.ts';
import { openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** `keyed(E, from → to)`: every call that changes something there carries a key by which a second try is recognised. */
export const keyed = defineFact(
  'keyed',
  'Every call or message that changes something and carries an entity from one sort of component to another has an idempotency key; it may be stated anywhere on a way over gateways and balancers.',
  { entity, from: selectorSchema.optional(), to: selectorSchema },
  ({ entity: id, from, to }, judging): Judgement => {
    const name = judging.entityName(id);
    const judged = hopsOf(judging.graph)
      .filter((hop) => !isProxy(hop.from) && (isRequest(hop.last) || hop.last.interaction === 'publish'))
      .map((hop) => ({
        hop,
        isMeant: every3([from === undefined || selects(from, hop.from), selects(to, hop.to), judging.carries(hop.last, id), changes(hop.last)]),
        hasKey: some3(hop.edges.map(({ connection }) => connection.properties.idempotencyKey)),
      }));
    const words = (list: typeof judged): string => listed(list.map(({ hop }) => `${hop.from.name} → ${hop.to.name}`));
    const witness = (list: typeof judged): readonly string[] => list.flatMap(({ hop }) => hop.witness);
    const certain = judged.filter(({ isMeant }) => isMeant === true);
    const bare = certain.filter(({ hasKey }) => hasKey === false);
    if (bare.length > 0) return notMet(`${name} is sent without a key over ${words(bare)}: a second try counts again.`, witness(bare));
    const keyless = certain.filter(({ hasKey }) => hasKey === undefined);
    const where = `${from ? `from ${selectorWords(from)} ` : ''}to ${selectorWords(to)}`;
    if (keyless.length > 0) return cannotTell(`Whether ${name} is sent with a key over ${words(keyless)} is not stated.`, keyless.map(({ hop }) => ({ record: hop.last.id, property: 'idempotencyKey' })), witness(keyless));
    const unclear = judged.filter(({ isMeant, hasKey }) => isMeant === undefined && hasKey !== true);
    if (certain.length === 0 && unclear.length > 0) {
      const fields = unclear.flatMap(({ hop }) => [...(from ? openFields(from, hop.from) : []), ...openFields(to, hop.to), ...carriedBy([hop.last]), ...(changes(hop.last) === undefined ? [{ record: hop.last.id, property: 'access' }] : [])]);
      return cannotTell(`Nothing says what sends ${name} ${where}.`, fields, witness(unclear));
    }
    if (certain.length === 0) return notMet(`Nothing sends ${name} ${where}.`);
    return met(`${name} is sent with a key: ${words(certain)}.`, witness(certain));
  },
);

const changes = (edge: Edge) => (edge.interaction === 'publish' ? true : writes(edge));
