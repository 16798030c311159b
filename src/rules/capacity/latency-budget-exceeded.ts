import type { Component } from '#diagram/diagram.ts';
import { pathLatency, latencyOf, stops } from '#estimate/latency.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { passage } from '#graph/proxy.ts';
import { isProxy } from '#graph/roles.ts';
import { quantity } from '#catalog/wording.ts';
import { displayName } from '../display-name.ts';
import { componentRule, fail, type NotStated, pass } from '../rule.ts';

/** A user waits longer than the diagram promises. */
export const latencyBudgetExceeded = componentRule({
  id: 'capacity/latency-budget-exceeded',
  kinds: ['client'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { slow: { text: '{path}: about {p99} at p99 against {target} (estimate).' } },
  docs: {
    what: 'The slowest way that a request takes, each caller waiting for the next, is longer than the latency target.',
    why: 'Every hop adds its own time and its own bad moments. A budget is kept along the whole way or not at all.',
    fix: 'Take hops out of the way, answer from a cache, ask side by side, or do the rest later.',
    silentWhen: ['No latency target is stated.', 'A component on the way states neither its latency nor its service time.'],
    sources: ['Dean and Barroso, The Tail at Scale.'],
    question: 'How long does each step take, for half of the requests and for 99 of 100?',
  },
  examples: {
    bad: 'settings { latencyTargetP99Ms: 500 }\nclient web\nservice api { latencyP50Ms: 20, latencyP99Ms: 80 }\nexternal-system bank { latencyP50Ms: 300, latencyP99Ms: 900 }\nweb -> api -> bank',
    good: 'settings { latencyTargetP99Ms: 500 }\nclient web\nservice api { latencyP50Ms: 20, latencyP99Ms: 80 }\ncore-database db { latencyP50Ms: 3, latencyP99Ms: 20 }\nweb -> api -> db',
  },
  check(component, { graph, diagram }) {
    const target = diagram.settings.latencyTargetP99Ms;
    const ways = target === undefined ? [] : waysOf(graph, component);
    if (target === undefined || ways.length === 0) return undefined;
    const timed = ways.flatMap((way) => {
      const latency = pathLatency(graph, way);
      return latency ? [{ way, p99: latency.p99 }] : [];
    });
    const [slowest] = timed.toSorted((a, b) => b.p99 - a.p99);
    if (!slowest || slowest.p99 <= target) return askForLatencies(graph, ways) ?? (slowest ? pass : undefined);
    return fail('slow', {
      data: {
        path: stops(slowest.way).map((id) => displayName(diagram, id)).join(' → '),
        p99: quantity(Math.ceil(slowest.p99), 'ms'),
        target: quantity(target, 'ms'),
      },
      related: slowest.way.map(({ to }) => ({ id: to.id, role: 'hop' })),
      witness: [component.id, ...slowest.way.flatMap(({ id, to }) => [id, to.id])],
      evidence: slowest.way.flatMap(({ to }) => latencyEvidence(to)),
    });
  },
});

/** Ways of calls to where nobody is called further, without those that a proxy is known not to lead on. */
const waysOf = (graph: Graph, client: Component): readonly (readonly Edge[])[] =>
  waysToEnds(graph, client.id, { follows: isCall }).filter((way) => way.every((edge, index) => {
    const next = way[index + 1];
    return !next || !isProxy(edge.to) || passage(graph, edge, next) !== 'excluded';
  }));

/** Asks for what is missing on ways of which most is known; nothing where nobody has begun to state times. */
function askForLatencies(graph: Graph, ways: readonly (readonly Edge[])[]): NotStated | undefined {
  const begun = ways.filter((way) => way.some((edge) => latencyOf(graph, edge) !== undefined));
  const open = new Set(begun.flatMap((way) => way.filter((edge) => latencyOf(graph, edge) === undefined).map(({ to }) => to.id)));
  return open.size === 0 ? undefined : { verdict: 'not-stated', fields: [...open].map((record) => ({ record, property: 'serviceTimeMs' })) };
}

function latencyEvidence({ id, properties: { latencyP99Ms, latencyP50Ms, serviceTimeMs } }: Component) {
  const isMeasured = latencyP50Ms !== undefined && latencyP99Ms !== undefined;
  return [isMeasured ? { record: id, property: 'latencyP99Ms', value: latencyP99Ms } : { record: id, property: 'serviceTimeMs', value: serviceTimeMs }];
}
