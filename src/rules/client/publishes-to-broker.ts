import type { Edge } from '#graph/graph.ts';
import { isBroker, isUntrusted } from '#graph/roles.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { serviceBetween } from '../service-between.ts';

/** A client puts messages into a queue or stream without anybody in between. */
export const publishesToBroker = connectionRule({
  id: 'client/publishes-to-broker',
  severity: 'warning',
  category: 'security',
  reach: 'neighbours',
  messages: {
    direct: { text: '{client} publishes straight into {broker}; accept its messages in a service first.' },
    undeclared: { text: '{client} publishes straight into {broker}, and nothing says how it is authorised.' },
  },
  docs: {
    what: 'A client that is not trusted writes into a queue or stream itself.',
    why: 'Anyone could flood it, or forge events that the inside believes.',
    fix: 'Accept the messages through a gateway or a service that checks them.',
    silentWhen: ['The client is trusted.', 'The connection is authorised by IAM or mutual TLS.', 'It is a device that speaks MQTT and carries a token.'],
    sources: ['Threagile, unguarded direct datastore access.'],
    question: 'Who may publish here, and how is that checked?',
  },
  examples: {
    bad: 'client app { clientType: mobile }\nstream events\napp -> events { interaction: publish }',
    good: 'client app { clientType: mobile }\nservice ingest\nstream events\napp -> ingest\ningest -> events',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.from.kind !== 'client' || !isBroker(edge.to) || !sends(edge)) return undefined;
    const { authorization } = edge.connection.properties;
    const isDevice = isMqttDevice(edge);
    if (!isUntrusted(edge.from) || authorization === 'iam' || authorization === 'mtls' || (isDevice && authorization === 'token')) return pass;
    return fail(authorization === undefined ? 'undeclared' : 'direct', {
      ...(isDevice && authorization === undefined ? { severity: 'suggestion' } : {}),
      data: { client: edge.from.name, broker: edge.to.name },
      related: [
        { id: edge.from.id, role: 'client' },
        { id: edge.to.id, role: 'broker' },
      ],
      witness: [edge.from.id, id, edge.to.id],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge || edge.reversed) return [];
    const { dataFlows } = edge.connection.properties;
    return [serviceBetween(edge, 'publish', dataFlows ? { dataFlows } : {})];
  },
});

const sends = ({ interaction }: Edge): boolean => interaction === undefined || interaction === 'publish' || interaction === 'request';

const isMqttDevice = ({ from, connection }: Edge): boolean => from.properties.clientType === 'iot' && connection.properties.protocol === 'mqtt';
