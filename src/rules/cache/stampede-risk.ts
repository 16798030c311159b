import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { rounded } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { arrivingReads, askForReads, invalidatesNothing, isOwnData, missTargets, readingEdges } from './cache-terms.ts';

const crowd = 10;
const busyRps = 1000;
const highHitRatio = 0.8;

/** When a popular entry goes, everybody fetches it anew at once. */
export const stampedeRisk = componentRule({
  id: 'cache/stampede-risk',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    counted: { text: 'When a hot entry of {name} expires, about {count} requests recompute it at once (estimate).' },
    busy: { text: 'When a hot entry of {name} expires, many of its {reads} reads/s recompute it at once (estimate).' },
  },
  docs: {
    what: 'A busy cache lets every reader fetch the same missing entry.',
    why: 'The store gets a crowd of equal, expensive queries at the very moment when nothing spares it.',
    fix: 'Let one request fetch the entry while the others wait, and let expiry times differ.',
    silentWhen: ['The content is short-lived anyway.', 'The cache holds data of its own: nothing is recomputed.', 'Nothing ever leaves it: no eviction, no expiry, no invalidation.', 'How many reads arrive is not known.'],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'Who recomputes a popular entry when it expires, and how often at once?',
  },
  options: { assumedHotShare: { default: 0.01, help: 'Share of the reads that one entry gets where nobody states it.' } },
  examples: {
    bad: 'client web\nservice api\ndistributed-cache cache { stampedeProtection: none, hitRatio: 0.95 }\ncore-database db\nweb -> api { peakRps: 20000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }',
    good: 'client web\nservice api\ndistributed-cache cache { stampedeProtection: request-coalescing, hitRatio: 0.95 }\ncore-database db\nweb -> api { peakRps: 20000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }',
  },
  check(component, { graph, option }) {
    const { stampedeProtection, ephemeralData, hitRatio, hottestKeyShare } = component.properties;
    if (stampedeProtection !== undefined && stampedeProtection !== 'none') return pass;
    if (ephemeralData === true || isOwnData(component) || isForEver(component)) return pass;
    const reads = arrivingReads(graph, component);
    if (reads === undefined) return stampedeProtection === undefined ? notStated(component.id, 'stampedeProtection') : askForReads(graph, component);
    const slowest = Math.max(0, ...missTargets(graph, component).map(({ properties }) => properties.serviceTimeMs ?? 0));
    const count = rounded((reads * (hottestKeyShare ?? option('assumedHotShare')) * slowest) / 1000);
    const isBusy = reads >= busyRps;
    if (count < crowd && !(isBusy && (hitRatio ?? 0) >= highHitRatio)) return isBusy ? missingFacts(graph, component) : pass;
    return fail(count >= crowd ? 'counted' : 'busy', {
      ...(stampedeProtection === undefined ? { severity: 'suggestion' } : {}),
      data: { name: component.name, count: quantity(Math.round(count), undefined), reads: quantity(Math.round(reads), undefined) },
      related: readingEdges(graph, component).map(({ from }) => ({ id: from.id, role: 'reader' })),
      witness: [component.id],
      evidence: Object.entries({ stampedeProtection, hottestKeyShare, hitRatio }).flatMap(([property, value]) => (value === undefined ? [] : [{ record: component.id, property, value }])),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Let one request fetch for all, and expiry times differ', 'suggest', primary, { stampedeProtection: 'request-coalescing', ttlJitter: true })],
});

/** Whether an entry stays once it is in. */
const isForEver = (cache: Component): boolean => cache.properties.evictionPolicy === 'none' && invalidatesNothing(cache) && cache.properties.ttlSeconds === undefined;

/** What would decide for a busy cache: how many reads it answers, and how long its stores take. */
function missingFacts(graph: Graph, cache: Component): NotStated | typeof pass {
  const slow = missTargets(graph, cache).filter((target) => target.properties.serviceTimeMs === undefined);
  const fields = [...(cache.properties.hitRatio === undefined ? [{ record: cache.id, property: 'hitRatio' }] : []), ...slow.map((target) => ({ record: target.id, property: 'serviceTimeMs' }))];
  return fields.length === 0 ? pass : { verdict: 'not-stated', fields };
}
