import { isStated } from '#catalog/key-properties.ts';
import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { unstated } from '../unstated.ts';
import { isInvalidated, servingEdges } from './cdn-terms.ts';

const renewing: ReadonlySet<string> = new Set(['purge', 'versioned-urls', 'surrogate-keys']);

/** Copies at the edges live longer than what they show. */
export const ttlExceedsChangeInterval = componentRule({
  id: 'cdn/ttl-exceeds-change-interval',
  kinds: ['cdn'],
  severity: 'suggestion',
  category: 'correctness',
  reach: 'neighbours',
  messages: { stale: { text: 'Content behind {name} changes every {change}, but is cached for {ttl}. May users see old versions that long?' } },
  docs: {
    what: 'A CDN keeps content longer than it stays the same, and nothing renews the copies on a change.',
    why: 'Users see old versions for most of the time. A CDN suits content that changes rarely.',
    fix: 'Let copies expire as often as the content changes, or purge them on change.',
    silentWhen: ['The expiry, the change interval or the invalidation is not stated.', 'Copies are renewed by purge, versioned URLs or surrogate keys.', 'Somebody invalidates the CDN.'],
    sources: ['AWS, managing how long content stays in CloudFront.'],
    question: 'How old may what users see become?',
  },
  examples: {
    bad: 'client web\ncdn edge { ttlSeconds: 86400, invalidation: [ttl] }\nservice api\nweb -> edge { access: read, cacheable: true, changeIntervalSeconds: 60 }\nedge -> api',
    good: 'client web\ncdn edge { ttlSeconds: 30, invalidation: [ttl] }\nservice api\nweb -> edge { access: read, cacheable: true, changeIntervalSeconds: 60 }\nedge -> api',
  },
  check(cdn, { graph }) {
    const { id, name, properties } = cdn;
    const [fastest] = changing(graph, cdn);
    if (!fastest) return undefined;
    const { ttlSeconds } = properties;
    const invalidation = isStated(properties.invalidation) ? properties.invalidation : undefined;
    if (invalidation?.some((way) => renewing.has(way)) || isInvalidated(graph, cdn)) return pass;
    if (ttlSeconds !== undefined && ttlSeconds <= fastest.interval) return pass;
    if (ttlSeconds === undefined || !invalidation) return notStated(id, ...unstated({ ttlSeconds, invalidation }));
    const { edge, interval } = fastest;
    return fail('stale', {
      data: { name, change: quantity(interval, 's'), ttl: quantity(ttlSeconds, 's') },
      related: [{ id: edge.id, role: 'changing content' }],
      witness: [edge.from.id, edge.id, edge.to.id],
      evidence: [
        { record: id, property: 'ttlSeconds', value: ttlSeconds },
        { record: edge.id, property: 'changeIntervalSeconds', value: interval },
      ],
    });
  },
  fixes: ({ primary }, { diagram, graph }): readonly Fix[] => {
    const cdn = diagram.components.get(primary);
    const interval = cdn && changing(graph, cdn)[0]?.interval;
    return interval === undefined ? [] : [setFix(`Change the expiry to ${quantity(interval, 's')}`, 'auto', primary, { ttlSeconds: interval })];
  },
});

/** Cacheable connections that say how often their content changes, the fastest first. */
function changing(graph: Graph, cdn: Component): readonly { readonly edge: Edge; readonly interval: number }[] {
  const cached = servingEdges(graph, cdn).filter(({ connection }) => connection.properties.cacheable === true);
  return cached
    .flatMap((edge) => {
      const interval = edge.connection.properties.changeIntervalSeconds;
      return interval === undefined ? [] : [{ edge, interval }];
    })
    .toSorted((a, b) => a.interval - b.interval);
}
