import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { addBeside, fix, retarget, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** WebSockets pass a gateway that does not carry them, or does not say so. */
export const websocketUnsupported = componentRule({
  id: 'api-gateway/websocket-unsupported',
  kinds: ['api-gateway'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    unsupported: { text: '{name} does not carry WebSockets.' },
    open: { severity: 'suggestion', text: 'Does {name} carry WebSockets?' },
  },
  docs: {
    what: 'A WebSocket connection enters or leaves a gateway that is not declared to carry it.',
    why: 'A WebSocket starts as an upgrade of an HTTP request. A gateway that does not know the upgrade refuses it.',
    fix: 'Lead WebSockets through a layer 4 balancer of their own, or turn on the support.',
    silentWhen: ['The gateway is declared to carry WebSockets.', 'Push works by SSE or long polling, which are plain HTTP.'],
    sources: ['RFC 6455, the WebSocket protocol.', 'nginx.org, WebSocket proxying.'],
    question: 'How does a WebSocket get through the front door?',
  },
  examples: {
    bad: 'client app\napi-gateway gateway { websocketSupport: false }\nservice chat\napp -> gateway { protocol: websocket }\ngateway -> chat { protocol: websocket }',
    good: 'client app\napi-gateway gateway { websocketSupport: false }\nload-balancer nlb { layer: L4 }\nservice orders\nservice chat\napp -> gateway -> orders\napp -> nlb -> chat { protocol: websocket }',
  },
  check(component, { graph }) {
    const sockets = socketsAt(graph, component);
    const [first] = sockets;
    const { websocketSupport } = component.properties;
    if (!first) return undefined;
    if (websocketSupport === true) return pass;
    return fail(websocketSupport === false ? 'unsupported' : 'open', {
      data: { name: component.name },
      related: sockets.map(({ id }) => ({ id, role: 'WebSocket' })),
      witness: [first.from.id, first.id, first.to.id],
      evidence: [...statedEvidence(component.id, { websocketSupport }), ...statedEvidence(first.id, { protocol: 'websocket' })],
    });
  },
  fixes: ({ primary, messageId }, { graph }): readonly Fix[] => {
    const support = setFix(messageId === 'open' ? 'State that it carries WebSockets' : 'Turn on WebSocket support', 'suggest', primary, { websocketSupport: true });
    const [entering, leaving] = [graph.into(primary).filter(isSocket), graph.out(primary).filter(isSocket)];
    if (entering.length === 0 || leaving.length === 0 || graph.out(primary).length === leaving.length) return [support];
    const aside = fix('Lead WebSockets through a layer 4 balancer', 'suggest', (diagram, freshId) => {
      const id = freshId();
      const values = { layer: 'L4', persistentConnections: true, healthCheck: 'tcp' };
      const added = addBeside(diagram, { id, kind: 'load-balancer', name: 'WebSocket balancer', values, anchor: primary, direction: 'below' });
      const entered = entering.reduce((next, edge) => retarget(next, edge.id, 'to', id), added);
      return leaving.reduce((next, edge) => retarget(next, edge.id, 'from', id), entered);
    });
    return [aside, support];
  },
});

const isSocket = ({ connection }: Edge): boolean => connection.properties.protocol === 'websocket';

const socketsAt = (graph: Graph, { id }: Component): readonly Edge[] => [...graph.into(id), ...graph.out(id)].filter(isSocket);
