import type { Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { mentions } from '../mentions.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** A message may come twice, and doing its work twice does harm. */
export const nonIdempotentConsumer = componentRule({
  id: 'queue/non-idempotent-consumer',
  kinds: ['service', 'worker'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: { twice: { text: '{queue} may deliver twice and {name} is not idempotent.' } },
  docs: {
    what: 'A queue may deliver a message again, and its consumer does not bear that.',
    why: 'A lost acknowledgement is enough, and the customer gets two mails or is charged twice.',
    fix: 'Remember the ids of messages that are done, make writes conditional, and send idempotency keys to systems of others.',
    silentWhen: ['Everything that the consumer does is protected by itself: each write, publish and call to a system of others is conditional, idempotent or carries an idempotency key.', 'The queue delivers once only.'],
    sources: ['Enterprise Integration Patterns, idempotent receiver.'],
    question: 'The same message comes twice: what happens the second time?',
  },
  examples: {
    bad: 'service api\nqueue payments { deliveryGuarantee: at-least-once }\nworker charger { idempotent: false }\nexternal-system bank\napi -> payments -> charger\ncharger -> bank',
    good: 'service api\nqueue payments { deliveryGuarantee: at-least-once }\nworker charger { idempotent: true }\nexternal-system bank\napi -> payments -> charger\ncharger -> bank',
  },
  check(component, { graph }) {
    const { id, name, properties: { idempotent } } = component;
    const consuming = queueEdges(graph, component);
    if (consuming.length === 0) return undefined;
    if (protectsAllEffects(graph, component)) return pass;
    const harmful = consuming.filter((edge) => isIdempotent(edge) === false);
    const repeated = harmful.filter(({ from }) => mayRepeat(from) === true);
    const [first] = repeated;
    if (!first) {
      const open = harmful.find(({ from }) => mayRepeat(from) === undefined);
      if (open) return notStated(open.from.id, 'deliveryGuarantee');
      const silent = consuming.find((edge) => isIdempotent(edge) === undefined && mayRepeat(edge.from) === true);
      if (!silent) return pass;
      return component.kind === 'worker' ? notStated(id, 'idempotent') : notStated(silent.id, 'idempotent');
    }
    const { deliveryGuarantee, technology } = first.from.properties;
    return fail('twice', {
      data: { name, queue: first.from.name },
      related: repeated.map(({ from }) => ({ id: from.id, role: 'queue' })),
      witness: [first.from.id, first.id, id],
      evidence: [
        ...statedEvidence(first.from.id, deliveryGuarantee === undefined ? { technology } : { deliveryGuarantee }),
        ...(first.connection.properties.idempotent === false ? statedEvidence(first.id, { idempotent: false }) : statedEvidence(id, { idempotent })),
      ],
    });
  },
  fixes({ primary }, { graph, diagram }): readonly Fix[] {
    const consumer = diagram.components.get(primary);
    if (!consumer) return [];
    const denied = queueEdges(graph, consumer).filter(({ connection }) => connection.properties.idempotent === false);
    return [
      fix('It skips messages that it has done, and its writes are conditional: mark it as idempotent', 'suggest', (now) =>
        denied.reduce((next, { id }) => set(next, id, { idempotent: true }), consumer.properties.idempotent === false ? set(now, primary, { idempotent: true }) : now),
      ),
    ];
  },
});

const queueEdges = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter(({ interaction, from }) => interaction === 'consume' && from.kind === 'queue');

const isIdempotent = ({ connection, to }: Edge): Truth => connection.properties.idempotent ?? to.properties.idempotent;

/** Whether the queue may deliver a message twice: stated, or known of its product. */
function mayRepeat(queue: Component): Truth {
  const { deliveryGuarantee, technology } = queue.properties;
  if (deliveryGuarantee !== undefined) return deliveryGuarantee === 'at-least-once';
  const isStandardSqs = mentions(technology, 'SQS') && !mentions(technology, 'FIFO');
  return isStandardSqs || mentions(technology, 'RabbitMQ', 'Redis') ? true : undefined;
}

/** Calls that may change something elsewhere. */
const effectsOf = (graph: Graph, { id }: Component): readonly Edge[] =>
  graph.out(id).filter((edge) => edge.interaction === 'publish' || (isRequest(edge) && writes(edge) !== false));

/** Whether there are effects, and repeating any of them is declared harmless. */
function protectsAllEffects(graph: Graph, consumer: Component): boolean {
  const effects = effectsOf(graph, consumer);
  return effects.length > 0 && effects.every(({ connection: { properties } }) => properties.conditionalWrite === true || properties.idempotencyKey === true || properties.idempotent === true);
}
