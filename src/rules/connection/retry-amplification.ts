import { memoByIdentity } from '#base/memo.ts';
import type { Component } from '#diagram/diagram.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { type Chain, isWithinCircle, longestChains, wayOf } from '#graph/longest-chain.ts';
import { reachable } from '#graph/paths.ts';
import { fix, set } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { attemptsOf } from './connection-terms.ts';

const soundBudget = 0.1;
const soundAttempts = 3;

/** Layer upon layer retries, so that one request becomes many calls to the last of them. */
export const retryAmplification = connectionRule({
  id: 'connection/retry-amplification',
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { multiplied: { text: 'One request can become {count} calls to {to} ({chain}).' } },
  docs: {
    what: 'Retries on one way multiply: each layer repeats what the layer below has already repeated.',
    why: 'Three layers of three tries make 27 calls, and they make them when the target is at its weakest.',
    fix: 'Retry at one layer only, next to what fails, and limit retries to a tenth of the requests.',
    silentWhen: ['Every retrying call of the way has a retry budget of at most 10 %.', 'All tries together are few.'],
    sources: ['Google SRE book, handling overload.'],
    question: 'The last component fails for a minute: how many calls does it get for one request?',
  },
  options: { maxProduct: { default: 4, help: 'How many calls one request may become.' } },
  examples: {
    bad: 'service shop\nservice cart\nservice stock\nservice prices\nshop -> cart -> stock -> prices { access: read, timeoutMs: 100, maxAttempts: 3, retryBackoff: exponential, retryJitter: true }',
    good: 'service shop\nservice cart\nservice stock\nservice prices\nshop -> cart -> stock { access: read, timeoutMs: 500 }\nstock -> prices { access: read, timeoutMs: 100, maxAttempts: 3, retryBackoff: exponential, retryJitter: true }',
  },
  check({ id }, { graph, option }) {
    const last = graph.edge(id);
    if (!last || !isCall(last) || !retries(last) || retriesBehind(graph, last)) return undefined;
    const chain = chainOver(graph, last);
    const way = chain ? wayOf(graph, chain) : [];
    const retrying = way.filter(retries);
    const count = retrying.reduce((product, edge) => product * attemptsOf(edge), 1);
    if (count <= option('maxProduct')) return pass;
    return fail('multiplied', {
      data: { count, to: last.to.name, chain: retrying.map((edge) => `${edge.from.name} ${attemptsOf(edge)}`).join(' × ') },
      related: retrying.filter((edge) => edge.id !== id).map((edge) => ({ id: edge.id, role: 'retrying call' })),
      witness: [...way.slice(way.findIndex(retries)).flatMap((edge) => [edge.from.id, edge.id]), last.to.id],
      evidence: retrying.flatMap(({ id: record, connection: { properties } }) => statedEvidence(record, { maxAttempts: properties.maxAttempts, retryBudgetRatio: properties.retryBudgetRatio })),
    });
  },
  fixes: ({ primary }, { graph, option }): readonly Fix[] => {
    const last = graph.edge(primary);
    if (!last) return [];
    const before = retryingBefore(graph, last);
    const attempts = Math.max(1, Math.min(attemptsOf(last), soundAttempts, Math.floor(option('maxProduct'))));
    const unlimited = [...before, last].filter(isUnlimited);
    return [
      fix(before.length > 0 ? `Retry from ${last.from.name} only` : `Try it ${attempts} times at most`, 'suggest', (diagram) =>
        before.reduce((next, { id }) => set(next, id, { maxAttempts: 1 }), attempts < attemptsOf(last) ? set(diagram, primary, { maxAttempts: attempts }) : diagram),
      ),
      fix('Limit retries to a tenth of the requests', 'suggest', (diagram) => unlimited.reduce((next, { id }) => set(next, id, { retryBudgetRatio: soundBudget }), diagram)),
    ];
  },
});

const retries = (edge: Edge): boolean => attemptsOf(edge) > 1;

/** Whether a call retries without a budget that keeps retries few. */
const isUnlimited = (edge: Edge): boolean => retries(edge) && (edge.connection.properties.retryBudgetRatio ?? 1) > soundBudget;

const retryingFrom = (graph: Graph, { id }: Component): readonly Edge[] => [...reachable(graph, [id], isCall)].flatMap((reached) => graph.out(reached)).filter((edge) => isCall(edge) && retries(edge));

const retriesBehind = (graph: Graph, last: Edge): boolean => retryingFrom(graph, last.to).some(({ id }) => id !== last.id);

/** Retrying calls after which this one may come. */
const retryingBefore = (graph: Graph, last: Edge): readonly Edge[] =>
  graph.edges.filter((edge) => edge.id !== last.id && isCall(edge) && retries(edge) && reachable(graph, [edge.to.id], isCall).has(last.from.id));

const extended = (edge: Edge, before: Chain | undefined): Chain => ({ length: (before?.length ?? 1) * attemptsOf(edge), last: edge, before });

/** Where tries multiply most: on any way into a component, and on ways with a call that no budget limits. Computed once for each graph. */
const multiplied = memoByIdentity((graph: Graph) => {
  const any = longestChains(graph, extended);
  const unlimited = longestChains(graph, (edge, before) => (isUnlimited(edge) ? extended(edge, any(edge.from.id)) : before && extended(edge, before)));
  return { any, unlimited };
});

/** The way to this call and over it on which tries multiply most and are not limited; undefined where all are. A way to a circle's own call starts there. */
function chainOver(graph: Graph, last: Edge): Chain | undefined {
  const { any, unlimited } = multiplied(graph);
  const into = isUnlimited(last) ? any : unlimited;
  const before = isWithinCircle(graph, last) ? undefined : into(last.from.id);
  return before || isUnlimited(last) ? extended(last, before) : undefined;
}
