import type { Edge } from '#graph/graph.ts';
import { connectionRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { endsOf } from './connection-terms.ts';

const multiplexing = /\b(?:http\/?[23]|h[23])\b/i;

/** Browsers may run out of connections for server-sent events. */
export const sseConnectionLimit = connectionRule({
  id: 'connection/sse-connection-limit',
  severity: 'suggestion',
  category: 'availability',
  reach: 'neighbours',
  recommended: false,
  acceptsRationale: 'A word about HTTP/2 or HTTP/3, here or at the target.',
  messages: { six: { text: 'Browsers allow 6 SSE connections per domain over HTTP/1.1; say that HTTP/2 is used.' } },
  docs: {
    what: 'A web client listens to server-sent events, and nothing says that HTTP/2 or HTTP/3 carries them.',
    why: 'Over HTTP/1.1 all tabs of a browser share six connections to a domain. The seventh tab hangs, and ordinary requests with it.',
    fix: 'Serve the events over HTTP/2, or let the tabs share one stream.',
    silentWhen: ['A label, name, technology, description or rationale mentions HTTP/2 or HTTP/3.', 'The diagram does not say what kind of client listens.'],
    sources: ['MDN, EventSource.'],
    question: 'What happens when somebody opens the page in a seventh tab?',
  },
  examples: {
    bad: 'settings { lintConfig: { preset: strict } }\nclient web { clientType: web }\nservice feed\nweb -> feed { protocol: sse }',
    good: 'settings { lintConfig: { preset: strict } }\nclient web { clientType: web }\nservice feed\nweb -> feed "SSE over HTTP/2" { protocol: sse }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.from.kind !== 'client' || edge.connection.properties.protocol !== 'sse') return undefined;
    const { clientType } = edge.from.properties;
    if (textsOf(edge).some((text) => multiplexing.test(text ?? '')) || (clientType !== undefined && clientType !== 'web')) return pass;
    if (clientType === undefined) return notStated(edge.from.id, 'clientType');
    return fail('six', {
      related: endsOf(edge),
      witness: [edge.from.id, id, edge.to.id],
      evidence: [...statedEvidence(id, { protocol: 'sse' }), ...statedEvidence(edge.from.id, { clientType })],
    });
  },
});

const textsOf = ({ connection, to }: Edge): readonly (string | undefined)[] => [
  connection.label,
  connection.properties.rationale,
  to.name,
  to.properties.technology,
  to.properties.description,
  to.properties.rationale,
];
