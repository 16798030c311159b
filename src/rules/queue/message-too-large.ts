import { isAllowed } from '#catalog/interaction.ts';
import { quantity } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import type { Edge } from '#graph/graph.ts';
import { addBeside, addConnection, choices, fix, set } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isPublish } from './broker-terms.ts';

const pointerBytes = 1024;

/** Messages are larger than the broker takes. */
export const messageTooLarge = connectionRule({
  id: 'queue/message-too-large',
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: { large: { text: '{size} messages exceed the {limit} limit of {broker}.' } },
  docs: {
    what: 'One message of a connection is larger than the largest that the queue or stream takes.',
    why: 'The broker rejects it.',
    fix: 'Put the bytes into blob storage and send a pointer: a claim check.',
    silentWhen: ['The size of a message or the limit of the broker is not stated.'],
    sources: ['AWS, SQS message quotas.', 'AWS, Kinesis Data Streams quotas.', 'Enterprise Integration Patterns, claim check.'],
    question: 'How large is the largest message?',
  },
  examples: {
    bad: 'service api\nqueue scans { maxMessageBytes: 1048576 }\nworker reader\napi -> scans { requestBytes: 3145728 }\nscans -> reader',
    good: 'service api\nqueue scans { maxMessageBytes: 1048576 }\nworker reader\napi -> scans { requestBytes: 4096 }\nscans -> reader',
  },
  check({ id, properties: { requestBytes, batchSize } }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isPublish(edge)) return undefined;
    const { maxMessageBytes } = edge.to.properties;
    if (requestBytes === undefined) return maxMessageBytes === undefined ? undefined : notStated(id, 'requestBytes');
    if (maxMessageBytes === undefined) return notStated(edge.to.id, 'maxMessageBytes');
    const size = requestBytes / (batchSize ?? 1);
    if (size <= maxMessageBytes) return pass;
    return fail('large', {
      data: { broker: edge.to.name, size: quantity(size, 'bytes'), limit: quantity(maxMessageBytes, 'bytes') },
      related: [{ id: edge.from.id, role: 'producer' }, { id: edge.to.id, role: 'broker' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [...statedEvidence(id, { requestBytes, batchSize }), ...statedEvidence(edge.to.id, { maxMessageBytes })],
    });
  },
  fixes({ primary }, { graph, diagram }): readonly Fix[] {
    const edge = graph.edge(primary);
    if (!edge || edge.from.kind === 'client' || !isAllowed('request', edge.from.kind, 'blob-storage')) return [];
    const known = choices(diagram, ['blob-storage']).map(({ id, name }) => fix(`Put the bytes into ${name}, and send a pointer`, 'suggest', (now, freshId) => claimCheck(now, freshId, edge, id)));
    const fresh = fix('Put the bytes into a new blob storage, and send a pointer', 'suggest', (now, freshId) => {
      const id = freshId();
      return claimCheck(addBeside(now, { id, kind: 'blob-storage', name: 'Blob storage', anchor: edge.to.id, direction: 'below' }), freshId, edge, id);
    });
    return [...known, fresh];
  },
});

/** The diagram in which the producer stores the bytes of each message, and the message says where. */
function claimCheck(diagram: Diagram, freshId: FreshId, { id, from, to, connection: { properties } }: Edge, blob: Id): Diagram {
  const { requestBytes, batchSize = 1, dataFlows } = properties;
  const values = { access: 'write', requestBytes: (requestBytes ?? 0) / batchSize, ...(dataFlows ? { dataFlows } : {}) };
  const stored = addConnection(diagram, freshId(), from.id, blob, 'request', values);
  return set(stored, id, { requestBytes: Math.min(pointerBytes, to.properties.maxMessageBytes ?? pointerBytes) });
}
