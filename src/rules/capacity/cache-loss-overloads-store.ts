import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { missTargets, readingEdges } from '../cache/cache-terms.ts';
import { floodsOf } from '../cache/flood.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { perSecond } from './capacity-terms.ts';

/** The store behind a cache lives only as long as the cache does. */
export const cacheLossOverloadsStore = componentRule({
  id: 'capacity/cache-loss-overloads-store',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { flooded: { text: 'Without {name}, {store} would get {load} against {limit} (estimate).' } },
  docs: {
    what: 'A store carries what the cache misses on a usual day, but not what would come with an empty cache.',
    why: 'After a restart or a lost node nothing is cached. All reads reach the store at once, it fails, and so the cache never fills.',
    fix: 'Keep a replica of the cache, let one request fetch for many, shed load at the readers, and warm the cache up before traffic comes.',
    silentWhen: ['The cache has a replica, and something is in place against many equal misses.', 'Every reader sheds what it cannot finish.', 'The store could carry everything, or cannot even carry a usual day.', 'A rate, the hit ratio or the capacity of the store is not known for certain.'],
    sources: ['Google, Site Reliability Engineering, chapter 22.'],
    question: 'What does the store get while the cache is empty?',
  },
  examples: {
    bad: 'client web\nservice api\ndistributed-cache cache { hitRatio: 0.97 }\ncore-database db { perInstanceReadRps: 5000 }\nweb -> api { peakRps: 100000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }',
    good: 'client web\nservice api\ndistributed-cache cache { hitRatio: 0.97 }\ncore-database db { perInstanceReadRps: 5000 }\nweb -> api { peakRps: 4000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }',
  },
  check(component, { graph }) {
    const { replicas, stampedeProtection, hitRatio } = component.properties;
    const stores = missTargets(graph, component);
    if (stores.length === 0) return undefined;
    if ((replicas ?? 0) >= 1 && stampedeProtection !== undefined && stampedeProtection !== 'none') return pass;
    const exposed = stores.filter((store) => !shedsLoad(graph, component, store));
    const floods = floodsOf(graph, component, exposed);
    const worst = floods.filter(({ load, limit, usual }) => usual !== undefined && usual < limit && load >= limit).toSorted((a, b) => b.load / b.limit - a.load / a.limit)[0];
    if (!worst) return hitRatio === undefined && floods.some(({ load, limit }) => load >= limit) ? notStated(component.id, 'hitRatio') : pass;
    return fail('flooded', {
      data: { name: component.name, store: worst.store.name, load: perSecond(worst.load, worst.part), limit: perSecond(worst.limit) },
      related: [{ id: worst.store.id, role: 'store' }],
      witness: [component.id, worst.store.id],
      evidence: statedEvidence(component.id, { hitRatio, replicas, stampedeProtection }),
    });
  },
  fixes({ primary }, { diagram }): readonly Fix[] {
    const cache = diagram.components.get(primary);
    if (!cache) return [];
    const { replicas = 0, stampedeProtection = 'none' } = cache.properties;
    const values = { ...(replicas >= 1 ? {} : { replicas: 1 }), ...(stampedeProtection === 'none' ? { stampedeProtection: 'request-coalescing' } : {}) };
    return [setFix('Keep a replica, and let one request fetch for all', 'suggest', primary, values)];
  },
});

/** Whether everybody who asks the store for what the cache does not have refuses what it cannot finish. */
function shedsLoad(graph: Graph, cache: Component, store: Component): boolean {
  const leadsThere = (edge: Edge): boolean => waysFrom(graph, edge).some(({ edges }) => (edges.at(-1) ?? edge).to.id === store.id);
  const misses = graph.edges.filter((edge) => edge.connection.properties.cacheMissOf === cache.id && leadsThere(edge));
  const loads = graph.out(cache.id).some((edge) => edge.interaction === 'cache-load' && leadsThere(edge));
  const readers = [...misses, ...(loads ? readingEdges(graph, cache) : [])].map(({ from }) => from);
  return readers.length > 0 && readers.every(({ properties }) => properties.loadShedding === true);
}
