import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { allowedIdleTimeout, passingEdges } from './load-balancer-terms.ts';

const persistentWords = /\b(?:web ?sockets?|upgrade|long-lived|persistent connections?|idle timeout|keep-?alive|heartbeat|ping)\b/i;
const shortestTimeout = 3600;

/** WebSockets pass a balancer that works on requests, and nothing says that it lets them. */
export const websocketOnL7 = componentRule({
  id: 'load-balancer/websocket-on-l7',
  kinds: ['load-balancer'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  acceptsRationale: 'A word about persistent connections: WebSocket, upgrade, heartbeat, idle timeout.',
  messages: {
    undeclared: { text: 'Nothing says that {name} (L7) carries WebSockets: use L4, or declare support and an idle timeout above the heartbeat.' },
    idle: { severity: 'suggestion', text: 'Declare the idle timeout of {name}.' },
    unsupported: { severity: 'error', text: '{name} cannot upgrade to WebSocket.' },
  },
  docs: {
    what: 'A WebSocket connection passes a layer 7 balancer whose support or idle timeout is not declared.',
    why: 'An L7 proxy must understand the upgrade, holds two connections for each user, and cuts idle ones: after 60 seconds by default on ALB and nginx.',
    fix: 'Use L4, or keep L7 and say that it upgrades and how long it keeps idle connections.',
    silentWhen: ['Layer or protocol are not stated.', 'The protocol is SSE or long polling: plain HTTP.', 'Support and idle timeout are declared.', 'A rationale speaks of persistent connections (a declared refusal stays an error).'],
    sources: ['AWS, ALB listeners.', 'nginx.org, WebSocket proxying.', 'Envoy, timeouts FAQ.'],
    question: 'What keeps an idle WebSocket open through this balancer?',
  },
  examples: {
    bad: 'client app\nload-balancer lb { layer: L7 }\nservice chat\napp -> lb { protocol: websocket }\nlb -> chat { protocol: websocket }',
    good: 'client app\nload-balancer lb { layer: L7, websocketSupport: true, idleTimeoutSeconds: 3600 }\nservice chat\napp -> lb { protocol: websocket }\nlb -> chat { protocol: websocket }',
  },
  check(component, { graph }) {
    const sockets = socketsAt(graph, component);
    const [first] = sockets;
    const { layer, websocketSupport, persistentConnections, idleTimeoutSeconds, rationale } = component.properties;
    if (!first) return undefined;
    if (layer === undefined) return notStated(component.id, 'layer');
    if (layer !== 'L7') return pass;
    const details = {
      data: { name: component.name },
      related: sockets.map(({ id }) => ({ id, role: 'WebSocket' })),
      witness: [first.from.id, first.id, first.to.id],
      evidence: [
        { record: component.id, property: 'layer', value: layer },
        { record: first.id, property: 'protocol', value: 'websocket' },
      ],
    };
    if (websocketSupport === false) return fail('unsupported', details);
    if ([rationale, ...sockets.map(({ connection }) => connection.properties.rationale)].some((text) => persistentWords.test(text ?? ''))) return pass;
    if (!(websocketSupport ?? persistentConnections)) return fail('undeclared', details);
    return idleTimeoutSeconds === undefined ? fail('idle', details) : pass;
  },
  fixes: ({ primary, messageId }, { graph, diagram }): readonly Fix[] => {
    const component = diagram.components.get(primary);
    if (!component) return [];
    const { contentRouting, stickySessions, tlsTermination } = component.properties;
    const hasGrpc = passingEdges(graph, component).some(({ connection }) => connection.properties.protocol === 'grpc');
    const heartbeat = Math.max(0, ...socketsAt(graph, component).map(({ connection }) => connection.properties.heartbeatSeconds ?? 0));
    const idleTimeoutSeconds = component.properties.idleTimeoutSeconds ?? allowedIdleTimeout(component, Math.max(shortestTimeout, 2 * heartbeat));
    const keep = setFix(messageId === 'idle' ? `Keep idle connections for ${idleTimeoutSeconds} s` : 'Keep L7 and declare WebSocket support', 'suggest', primary, { websocketSupport: true, idleTimeoutSeconds });
    if ((contentRouting?.length ?? 0) > 0 || stickySessions === 'cookie' || hasGrpc) return [keep];
    const layer4 = { layer: 'L4', persistentConnections: true, ...(tlsTermination === 'at-balancer' ? { tlsTermination: 'passthrough' } : {}) };
    return messageId === 'idle' ? [keep] : [setFix('Change L7 to L4', 'suggest', primary, layer4), keep];
  },
});

const socketsAt = (graph: Graph, component: Component): readonly Edge[] =>
  passingEdges(graph, component).filter(({ connection }) => connection.properties.protocol === 'websocket');
