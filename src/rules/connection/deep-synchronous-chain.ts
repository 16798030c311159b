import type { Component } from '#diagram/diagram.ts';
import { pathLatency, stops } from '#estimate/latency.ts';
import { isCall } from '#graph/dependency.ts';
import type { Graph } from '#graph/graph.ts';
import { type Chain, type Extend, linksOf, longestChains, wayOf } from '#graph/longest-chain.ts';
import { reachable } from '#graph/paths.ts';
import { isCompute, isProxy, isStore } from '#graph/roles.ts';
import { componentRule, fail, pass } from '../rule.ts';
import { chainText } from './connection-terms.ts';

/** A user waits for a long row of calls, each of which waits for the next. */
export const deepSynchronousChain = componentRule({
  id: 'connection/deep-synchronous-chain',
  kinds: ['client'],
  severity: 'suggestion',
  category: 'performance',
  reach: 'diagram',
  messages: { deep: { text: '{count} synchronous hops: {chain}.' } },
  docs: {
    what: 'A request of this client is passed on from component to component, and everybody waits for the last one.',
    why: 'Latencies add up and availabilities multiply. The slowest of many hops is slow more often than any of them.',
    fix: 'Merge services that always call each other, answer from a cache, or let later steps happen after the answer.',
    silentWhen: ['The estimate of the way is known and meets the target of the diagram.'],
    sources: ['Treynor et al., The Calculus of Service Availability.'],
    question: 'Which of these steps must have happened before the user gets an answer?',
  },
  options: { maxHops: { default: 6, help: 'How many components in a row may wait for each other.' } },
  examples: {
    bad: 'client web\napi-gateway gateway\nservice shop\nservice cart\nservice price\nservice tax\nservice rates\ncore-database db\nweb -> gateway -> shop -> cart -> price -> tax -> rates -> db { timeoutMs: 1000 }',
    good: 'client web\napi-gateway gateway\nservice shop\nservice price\ncore-database db\nweb -> gateway -> shop -> price -> db { timeoutMs: 1000 }',
  },
  check(client, { graph, diagram, option }) {
    const chain = longestChainFrom(graph, client);
    if (!chain) return undefined;
    if (chain.length <= option('maxHops')) return pass;
    const way = wayOf(graph, chain);
    const { latencyTargetP99Ms } = diagram.settings;
    const estimate = pathLatency(graph, way);
    if (latencyTargetP99Ms !== undefined && estimate && estimate.p99 <= latencyTargetP99Ms) return pass;
    const hops = linksOf(chain).map(({ to }) => to).filter(isHop);
    return fail('deep', {
      data: { count: chain.length, chain: chainText(hops.map(({ name }) => name)) },
      related: hops.map(({ id }) => ({ id, role: 'hop' })),
      witness: stops(way).flatMap((id, index) => [id, ...(way[index] ? [way[index].id] : [])]),
    });
  },
});

const isHop = (component: Component): boolean => isCompute(component) || isProxy(component) || isStore(component);

/** The chain from a client over the most hops; undefined where it calls nobody. */
function longestChainFrom(graph: Graph, client: Component): Chain | undefined {
  const reached = reachable(graph, [client.id], isCall);
  const extend: Extend = (edge, before) => {
    if (!before && edge.from.id !== client.id) return undefined;
    return { length: (before?.length ?? 0) + (isHop(edge.to) ? 1 : 0), last: edge, before };
  };
  const chainInto = longestChains(graph, extend, reached);
  const chains = [...reached].flatMap((id) => chainInto(id) ?? []);
  return chains.reduce<Chain | undefined>((longest, chain) => (longest && longest.length >= chain.length ? longest : chain), undefined);
}
