import { memoByIdentity } from '#base/memo.ts';
import { isRequest } from '#graph/access.ts';
import type { Graph } from '#graph/graph.ts';
import { type Way, waysFrom } from '#graph/proxy.ts';
import { ofKind } from '#graph/roles.ts';
import { addConnection, fix, retarget } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { callerOn, entrances } from './api-gateway-terms.ts';

const ownDoor: ReadonlySet<string> = new Set(['websocket', 'sse', 'long-polling', 'webrtc', 'mqtt']);

/** A client reaches a service by a door beside the gateway. */
export const bypassed = connectionRule({
  id: 'api-gateway/bypassed',
  severity: 'warning',
  category: 'security',
  reach: 'diagram',
  acceptsRationale: 'Any rationale on a connection of the way.',
  messages: {
    around: { text: '{client} reaches {service} without passing {gateway}.' },
    open: { severity: 'suggestion', text: 'Why does {client} reach {service} without passing {gateway}?' },
  },
  docs: {
    what: 'There is an API gateway for clients, and one of them calls a service without it.',
    why: 'Authentication, limits and routing can be dodged at the second door.',
    fix: 'Route the call through the gateway.',
    silentWhen: ['The way uses WebSocket, SSE, long polling, WebRTC or MQTT.', 'A connection of the way has a rationale.', 'The service signs users in, or is a WebSocket gateway.', 'The client is trusted or internal.'],
    sources: ['Microsoft, gateway routing pattern.'],
    question: 'What protects this second way in?',
  },
  examples: {
    bad: 'client web\napi-gateway gateway\nservice orders\nservice users\nweb -> gateway { protocol: http }\ngateway -> users\nweb -> orders { protocol: http }',
    good: 'client web\napi-gateway gateway\nservice orders\nweb -> gateway { protocol: http }\ngateway -> orders',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isRequest(edge) || edge.from.kind !== 'client' || edge.to.kind === 'api-gateway') return undefined;
    const { trusted, clientType } = edge.from.properties;
    if (trusted === true || clientType === 'internal') return undefined;
    const gateway = frontGateway(graph);
    if (!gateway) return undefined;
    const ways = waysFrom(graph, edge).filter(isAround);
    const way = ways.find(isPlain) ?? ways[0];
    if (!way) return pass;
    const last = way.edges.at(-1) ?? edge;
    return fail(isPlain(way) ? 'around' : 'open', {
      data: { client: edge.from.name, service: last.to.name, gateway: gateway.name },
      related: [
        { id: last.to.id, role: 'service' },
        { id: gateway.id, role: 'gateway' },
      ],
      witness: [...way.edges.flatMap((step) => [step.from.id, step.id]), last.to.id],
    });
  },
  fixes: ({ primary, related }): readonly Fix[] => {
    const [service, gateway] = [related[0]?.id, related[1]?.id];
    if (service === undefined || gateway === undefined) return [];
    return [
      fix('Route it through the gateway', 'suggest', (diagram, freshId) => {
        const routed = retarget(diagram, primary, 'to', gateway);
        const isThere = [...diagram.connections.values()].some(({ from, to }) => from === gateway && to === service);
        return isThere ? routed : addConnection(routed, freshId(), gateway, service, 'request');
      }),
    ];
  },
});

/** A gateway that clients or a CDN come in by. Looked for once in each graph. */
const frontGateway = memoByIdentity((graph: Graph) =>
  ofKind(graph, 'api-gateway').find((gateway) => entrances(graph, gateway).some((way) => callerOn(way).kind === 'client' || way.edges.at(-1)?.interaction === 'origin-fetch')),
);

/** Whether it is sure where the way leads, and stated what is spoken on it. */
const isPlain = ({ certainty, edges }: Way): boolean => certainty === 'certain' && edges.some(({ connection }) => connection.properties.protocol !== undefined);

/** Whether the way leads to a service by balancers only, and nothing on it speaks for a door of its own. */
function isAround({ edges }: Way): boolean {
  const last = edges.at(-1) ?? edges[0];
  const { role } = last.to.properties;
  if (last.to.kind !== 'service' || role === 'websocket-gateway' || role === 'auth') return false;
  if (edges.slice(0, -1).some(({ to }) => to.kind !== 'load-balancer')) return false;
  return edges.every(({ connection }) => !ownDoor.has(connection.properties.protocol ?? '') && (connection.properties.rationale ?? '').trim() === '');
}
