import type { Component } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import { entitiesOf } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isBroker } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** A call that changes something elsewhere is made again, and nothing tells that it is the same one. */
export const noIdempotencyKey = connectionRule({
  id: 'external/no-idempotency-key',
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: { twice: { text: 'A retried call to {name} may be executed twice.' } },
  docs: {
    what: 'A call changes something in the system of somebody else, may be repeated, and carries no key that marks the repetition.',
    why: 'When the answer gets lost, nobody knows whether the call succeeded. Tried again without a key, the card is charged twice.',
    fix: 'Send an idempotency key, the same for every try.',
    silentWhen: ['The call is stated to be idempotent.', 'An idempotent worker makes it, and no financial data is involved.', 'It only reads.'],
    sources: ['Google SRE book, handling overload.', 'Stripe documentation, idempotent requests.'],
    question: 'The answer of this call gets lost: what does the second try do?',
  },
  examples: {
    bad: 'entity payment { classification: financial }\nservice shop\nexternal-system bank\nshop -> bank { access: write, dataFlows: [payment], maxAttempts: 3 }',
    good: 'entity payment { classification: financial }\nservice shop\nexternal-system bank\nshop -> bank { access: write, dataFlows: [payment], maxAttempts: 3, idempotencyKey: true }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.to.kind !== 'external-system' || !isRequest(edge) || writes(edge) === false) return undefined;
    const { idempotencyKey, idempotent, maxAttempts = 1, access } = edge.connection.properties;
    const isFinancial = entitiesOf(graph, edge).some(({ classification }) => classification === 'financial');
    const isHarmless = edge.from.kind === 'worker' && edge.from.properties.idempotent === true && !isFinancial;
    if (idempotencyKey === true || idempotent === true || isHarmless) return pass;
    const brokers = brokersOf(graph, edge);
    const isRepeated = maxAttempts > 1 || brokers.some(({ properties }) => properties.deliveryGuarantee === 'at-least-once');
    if (!isRepeated && !isFinancial) return askForGuarantee(edge, brokers);
    if (access === undefined) return notStated(id, 'access');
    return fail('twice', {
      ...(isRepeated || idempotencyKey === false ? {} : { severity: 'suggestion' }),
      data: { name: edge.to.name },
      related: [{ id: edge.from.id, role: 'caller' }, { id: edge.to.id, role: 'external system' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(id, { access, idempotencyKey, maxAttempts: edge.connection.properties.maxAttempts }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Send an idempotency key', 'auto', primary, { idempotencyKey: true })],
});

/** Queues and streams whose messages lead to a call. */
const brokersOf = (graph: Graph, { from }: Edge): readonly Component[] => graph.into(from.id).filter((edge) => edge.interaction === 'consume' && isBroker(edge.from)).map((edge) => edge.from);

/** Asks how often the messages that lead to a call may come; there is nothing to ask where none do. */
function askForGuarantee({ id, connection }: Edge, brokers: readonly Component[]): NotStated | typeof pass {
  const open = [...new Set(brokers)].filter(({ properties }) => properties.deliveryGuarantee === undefined);
  if (open.length === 0) return pass;
  const access = connection.properties.access === undefined ? [{ record: id, property: 'access' }] : [];
  return { verdict: 'not-stated', fields: [...access, ...open.map((broker) => ({ record: broker.id, property: 'deliveryGuarantee' }))] };
}
