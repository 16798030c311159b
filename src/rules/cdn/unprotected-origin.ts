import { quantity } from '#catalog/wording.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { capacityOf } from '#estimate/capacity.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, sum, total } from '#estimate/rate.ts';
import { isCompute, isProxy } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { unstated } from '../unstated.ts';
import { originFetches } from './cdn-terms.ts';

/** An empty CDN would lead more traffic to its origin than that sustains. */
export const unprotectedOrigin = componentRule({
  id: 'cdn/unprotected-origin',
  kinds: ['cdn'],
  severity: 'suggestion',
  category: 'availability',
  reach: 'diagram',
  messages: { flooded: { text: 'After a purge of {name}, {origin} would get about {load} and sustains {capacity}. What protects it?' } },
  docs: {
    what: 'The origin carries what the CDN misses on a usual day, but not what an empty CDN would let through.',
    why: 'After a purge or a cold start nothing is cached, and every request reaches the origin.',
    fix: 'Put an origin shield in between, and let many misses for one object become one fetch.',
    silentWhen: ['The CDN has an origin shield, coalesces requests, or serves stale content while the origin fails.', 'A rate, the hit ratio or the capacity of the origin is not known.', 'The origin could carry everything, or cannot even carry a usual day.'],
    sources: ['Cloudflare, request collapsing.', 'AWS, CloudFront origin shield.'],
    question: 'What does the origin get while the CDN is empty?',
  },
  examples: {
    bad: 'client web\ncdn edge { hitRatio: 0.95 }\nservice app { instances: 6, perInstanceRps: 1000 }\nweb -> edge { access: read, peakRps: 100000 }\nedge -> app',
    good: 'client web\ncdn edge { hitRatio: 0.95, originShield: true }\nservice app { instances: 6, perInstanceRps: 1000 }\nweb -> edge { access: read, peakRps: 100000 }\nedge -> app',
  },
  check(component, { graph }) {
    const { id, name, properties } = component;
    const { originShield, requestCoalescing, staleIfError, hitRatio } = properties;
    const fetching = originFetches(graph, id);
    if (fetching.length === 0) return undefined;
    if (originShield === true || requestCoalescing === true || staleIfError === true) return pass;
    const flow = flowOf(graph);
    const { reads, unclassified } = flow.into(component);
    const asked = certain(sum(reads, unclassified));
    if (asked === undefined) return undefined;
    if (hitRatio === undefined) return notStated(id, 'hitRatio');
    const saved = asked * hitRatio;
    let open: Component | undefined;
    for (const { id: fetch, to: origin } of fetching) {
      const [capacity, usual] = [capacityOf(origin).total, certain(total(flow.into(origin)))];
      if (capacity === undefined && (isCompute(origin) || isProxy(origin))) open ??= origin;
      if (capacity === undefined || usual === undefined || usual >= capacity || usual + saved <= capacity) continue;
      return fail('flooded', {
        data: { name, origin: origin.name, load: perSecond(usual + saved), capacity: perSecond(capacity) },
        related: [{ id: origin.id, role: 'origin' }],
        witness: [id, fetch, origin.id],
        evidence: [evidenceOf(id, 'hitRatio', hitRatio), evidenceOf(origin.id, 'instances', origin.properties.instances), evidenceOf(origin.id, 'perInstanceRps', origin.properties.perInstanceRps)],
      });
    }
    return open ? notStated(open.id, ...unstated({ instances: open.properties.instances, perInstanceRps: open.properties.perInstanceRps })) : pass;
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Shield the origin and coalesce requests', 'auto', primary, { originShield: true, requestCoalescing: true })],
});

const perSecond = (rate: number): string => quantity(Math.round(rate), 'req/s');
const evidenceOf = (record: Id, property: string, value: unknown) => ({ record, property, value });
