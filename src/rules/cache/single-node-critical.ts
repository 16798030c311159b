import type { Component } from '#diagram/diagram.ts';
import { clientDependencies } from '#graph/dependency.ts';
import type { Graph } from '#graph/graph.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { isModest } from '#graph/roles.ts';
import { singlePoint } from '#graph/single-point.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { hasSourceBehind, missTargets, readingEdges } from './cache-terms.ts';
import { floodsOf } from './flood.ts';

/** A cache with one copy that the system cannot do without. */
export const singleNodeCritical = componentRule({
  id: 'cache/single-node-critical',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { alone: { text: 'Losing the only node of {name} stops or overloads {what}.' } },
  docs: {
    what: 'A cache runs once, and something depends on it: sessions, a store that is sized for misses, or a path without another way.',
    why: 'A cache looks optional until the store behind it can no longer carry the load alone.',
    fix: 'Add a replica that takes over.',
    silentWhen: ['The cache has several copies.', 'Callers go on without it.', 'The content is short-lived anyway.', 'A store answers the misses, and nothing shows that it cannot carry them all.'],
    sources: ['Google SRE book, addressing cascading failures.'],
    question: 'What happens when the only node of this cache dies at peak?',
  },
  examples: {
    bad: 'client web\nservice api\ndistributed-cache sessions { useCase: session-store, instances: 1, replicas: 0 }\nweb -> api\napi -> sessions { interaction: request, access: read-write }',
    good: 'client web\nservice api\ndistributed-cache sessions { useCase: session-store, instances: 1, replicas: 1 }\nweb -> api\napi -> sessions { interaction: request, access: read-write }',
  },
  check(component, { graph }) {
    const { onCacheFailure, ephemeralData, useCase, instances, replicas, highAvailability } = component.properties;
    const redundant = isRedundant(component);
    if (onCacheFailure === 'fail-open' || ephemeralData === true || redundant === true) return pass;
    const isSessionStore = useCase === 'session-store';
    const losses = isSessionStore ? [{ hit: [component], what: 'the sessions of its users', isCertain: true }] : [overload(graph, component), cutOff(graph, component), lastSource(graph, component)];
    const loss = losses.find((each) => each?.isCertain) ?? losses.find((each) => each !== undefined);
    if (!loss) return pass;
    if (redundant === undefined) return notStated(component.id, 'instances', 'replicas');
    return fail('alone', {
      ...(!loss.isCertain || isModest(graph) ? { severity: 'suggestion' } : {}),
      data: { name: component.name, what: loss.what },
      related: loss.hit.filter(({ id }) => id !== component.id).map(({ id }) => ({ id, role: 'depends on it' })),
      witness: [component.id],
      evidence: Object.entries({ instances, replicas, highAvailability }).flatMap(([property, value]) => (value === undefined ? [] : [{ record: component.id, property, value }])),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Add a replica that takes over', 'suggest', primary, { replicas: 1, highAvailability: 'active-passive' })],
});

interface Loss {
  readonly hit: readonly Component[];
  readonly what: string;
  /** False where it rests on a shared proxy that leaves open where a request goes. */
  readonly isCertain: boolean;
}

const lossOf = (hit: readonly Component[], isCertain: boolean): Loss | undefined => (hit.length === 0 ? undefined : { hit, what: listed(hit.map(({ name }) => name)), isCertain });

/** Stores that are known to get more than they sustain once every read misses. */
function overload(graph: Graph, cache: Component): Loss | undefined {
  const floods = floodsOf(graph, cache, missTargets(graph, cache)).filter(({ load, limit, usual }) => usual !== undefined && load >= limit);
  return lossOf(floods.map(({ store }) => store), true);
}

/** Stores that a client reaches through the cache only. */
function cutOff(graph: Graph, cache: Component): Loss | undefined {
  const point = singlePoint(graph, cache);
  return point && lossOf(point.stores, point.certainty === 'certain');
}

/** Readers that serve a client and have nobody else to ask. */
function lastSource(graph: Graph, cache: Component): Loss | undefined {
  if (hasSourceBehind(graph, cache)) return undefined;
  const readers = new Set(readingEdges(graph, cache).filter(({ connection }) => connection.properties.critical !== false).map(({ from }) => from));
  const clients = clientDependencies(graph);
  const certainly = [...readers].filter(({ id }) => clients.some((each) => each.certain.reaches(id)));
  return lossOf(certainly, true) ?? lossOf([...readers].filter(({ id }) => clients.some((each) => each.open.reaches(id))), false);
}
