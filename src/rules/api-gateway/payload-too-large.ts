import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { isProxy, ofKind } from '#graph/roles.ts';
import { addConnection, fix, set } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** Requests are larger than what the gateway lets through. */
export const payloadTooLarge = connectionRule({
  id: 'api-gateway/payload-too-large',
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    refused: { text: '{size} requests exceed what {gateway} accepts ({max}).' },
    open: { severity: 'suggestion', text: 'Does {gateway} accept bodies of {size}?' },
  },
  docs: {
    what: 'A caller sends more in one request than the gateway takes.',
    why: 'The gateway answers 413 and nobody behind it ever sees the request.',
    fix: 'Let callers upload to blob storage with a presigned URL, or in parts.',
    silentWhen: ['The size of the request is not stated.', 'The upload is sent in parts.', 'The limit is not stated, and the request is no larger than what gateways usually take.'],
    sources: ['AWS, API Gateway quotas.'],
    question: 'How large may a request be?',
  },
  options: { usualLimitBytes: { default: 10 * 2 ** 20, help: 'Size in bytes that a gateway is taken to accept where its limit is not stated.' } },
  examples: {
    bad: 'client web\napi-gateway gateway { maxPayloadBytes: 10485760 }\nservice api\nweb -> gateway { requestBytes: 209715200 }\ngateway -> api',
    good: 'client web\napi-gateway gateway { maxPayloadBytes: 10485760 }\nservice api\nweb -> gateway { requestBytes: 20480 }\ngateway -> api',
  },
  check({ id, properties: { requestBytes, chunkedUpload } }, { graph, option }) {
    const edge = graph.edge(id);
    if (edge?.to.kind !== 'api-gateway') return undefined;
    const { maxPayloadBytes } = edge.to.properties;
    if (requestBytes === undefined || chunkedUpload === true || requestBytes <= (maxPayloadBytes ?? option('usualLimitBytes'))) return pass;
    return fail(maxPayloadBytes === undefined ? 'open' : 'refused', {
      data: { gateway: edge.to.name, size: quantity(requestBytes, 'bytes'), max: quantity(maxPayloadBytes ?? 0, 'bytes') },
      related: [{ id: edge.to.id, role: 'gateway' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [...statedEvidence(id, { requestBytes }), ...statedEvidence(edge.to.id, { maxPayloadBytes })],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    const bucket = edge && isUploader(edge) ? bucketFor(graph, edge) : undefined;
    if (!edge || !bucket) return [];
    const { requestBytes, dataFlows } = edge.connection.properties;
    const values = { access: 'write', authorization: 'presigned-url', chunkedUpload: true, requestBytes, ...(dataFlows ? { dataFlows } : {}) };
    return [
      fix(`Upload to ${bucket.name} with a presigned URL, and ask only for the URL here`, 'suggest', (diagram, freshId) =>
        set(addConnection(diagram, freshId(), edge.from.id, bucket.id, 'request', values), primary, { requestBytes: undefined }),
      ),
    ];
  },
});

/** Whether whoever sends this could send it to a bucket as well. */
const isUploader = ({ from, interaction }: Edge): boolean => interaction === 'request' && !isProxy(from);

/** The bucket for what comes in here: one behind the gateway, else any; of several the first by id. */
function bucketFor(graph: Graph, { to }: Edge): Component | undefined {
  const buckets = ofKind(graph, 'blob-storage');
  const behind = reachable(graph, [to.id]);
  return buckets.find(({ id }) => behind.has(id)) ?? buckets[0];
}
