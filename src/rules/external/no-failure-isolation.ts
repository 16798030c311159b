import { memoByIdentity } from '#base/memo.ts';
import type { Id } from '#diagram/diagram.ts';
import { isRequest, isSync } from '#graph/access.ts';
import { isCall } from '#graph/dependency.ts';
import type { Graph } from '#graph/graph.ts';
import { reachable, shortestPath } from '#graph/paths.ts';
import { ofKind } from '#graph/roles.ts';
import { isBlank } from '../blank.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** Users wait for a system of somebody else, however long it hangs. */
export const noFailureIsolation = connectionRule({
  id: 'external/no-failure-isolation',
  severity: 'suggestion',
  category: 'availability',
  reach: 'diagram',
  messages: { hangs: { text: 'If {name} hangs, {from} hangs with it.' } },
  docs: {
    what: 'A request of a user waits for an external system, with neither a circuit breaker nor a fallback.',
    why: 'Waiting calls use up threads and connections until the caller answers nobody any more: one failure becomes many.',
    fix: 'Add a circuit breaker and a timeout, and say what happens without the answer.',
    silentWhen: ['The call has a circuit breaker or a fallback.', 'The request succeeds without it.', 'No client waits for it.', 'The client itself makes the call.'],
    sources: ['Google SRE book, addressing cascading failures.'],
    question: 'What do your users see while this system hangs?',
  },
  examples: {
    bad: 'client web\nservice shop\nexternal-system bank\nweb -> shop -> bank',
    good: 'client web\nservice shop\nexternal-system bank\nweb -> shop\nshop -> bank { circuitBreaker: true, timeoutMs: 2000 }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.to.kind !== 'external-system' || !isRequest(edge) || isSync(edge) !== true || edge.from.kind === 'client') return undefined;
    const { critical, circuitBreaker, fallback } = edge.connection.properties;
    if (critical === false || circuitBreaker === true || !isBlank(fallback) || !awaitedByClients(graph).has(edge.from.id)) return pass;
    const way = clientsOf(graph).flatMap((client) => shortestPath(graph, client, edge.from.id, isCall) ?? []);
    return fail('hangs', {
      data: { name: edge.to.name, from: edge.from.name },
      related: [{ id: edge.from.id, role: 'caller' }, { id: edge.to.id, role: 'external system' }],
      witness: [...way.slice(0, way.indexOf(edge.from.id) + 1), id, edge.to.id],
      evidence: statedEvidence(id, { critical, circuitBreaker }),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const { timeoutMs = 2000 } = diagram.connections.get(primary)?.properties ?? {};
    return [setFix('Add a circuit breaker and a timeout', 'suggest', primary, { circuitBreaker: true, timeoutMs })];
  },
});

const clientsOf = (graph: Graph): readonly Id[] => ofKind(graph, 'client').map(({ id }) => id);

/** Components that some client waits for, once for each graph. */
const awaitedByClients: (graph: Graph) => ReadonlySet<Id> = memoByIdentity((graph) => reachable(graph, clientsOf(graph), isCall));
