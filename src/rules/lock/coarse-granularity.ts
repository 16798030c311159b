import { rounded } from '#estimate/rate.ts';
import type { Component } from '#diagram/diagram.ts';
import { entitiesOf } from '#graph/entities.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { acquiringEdges, electsLeader, holdersOf, keyPatternOf, protectedWrites } from './lock-terms.ts';

/** One lock for everything makes everybody take turns. */
export const coarseGranularity = componentRule({
  id: 'lock/coarse-granularity',
  kinds: ['distributed-lock'],
  severity: 'warning',
  category: 'performance',
  reach: 'neighbours',
  acceptsRationale: 'A word about electing a leader: leader, election.',
  messages: {
    busy: { text: 'One global lock serialises {holders}.' },
    unknown: { severity: 'suggestion', text: '{holders} share one global lock: how often, and for how long?' },
  },
  options: { busyShare: { default: 0.5, help: 'Share of the time that the lock is held from which it holds others up.' } },
  docs: {
    what: 'A single lock covers all resources, and several holders compete for it.',
    why: 'Work under one lock happens one after the other: there is no more of it than one divided by the time of a hold.',
    fix: 'Lock each resource by a key of its own.',
    silentWhen: [
      'Every holder is a scheduled job, or elects a leader.',
      'The lock or a holder says that it is about a leader or an election.',
      'One holder renews it and keeps it on purpose, ten expiries long.',
      'It is known to be held for less than half of the time.',
    ],
    sources: ['The universal law of scalability: serial work is the limit.'],
    question: 'Why must work on different resources wait for each other?',
  },
  examples: {
    bad: 'service booking { instances: 4 }\ndistributed-lock seats { ttlMs: 30000, granularity: global, acquireRps: 20, maxHoldMs: 100 }\nbooking -> seats',
    good: 'service booking { instances: 4 }\ndistributed-lock seats { ttlMs: 30000, granularity: resource, lockKeyPattern: "seat:{seatId}", acquireRps: 20, maxHoldMs: 100 }\nbooking -> seats',
  },
  check(component, { graph, option }) {
    const { id, properties } = component;
    const { granularity, acquireRps, maxHoldMs } = properties;
    const holders = holdersOf(graph, component);
    if (holders.length === 0) return undefined;
    if ((granularity !== undefined && granularity !== 'global') || isForLeader(component, holders)) return pass;
    const held = acquireRps === undefined || maxHoldMs === undefined ? undefined : rounded((acquireRps * maxHoldMs) / 1000);
    const copies = holders.reduce((sum, { properties: { instances } }) => sum + (instances ?? 1), 0);
    if (held === undefined ? holders.length < 2 && copies <= 1 : held <= option('busyShare') || copies <= 1) return pass;
    const open = unstated({ granularity, ...(holders.length < 2 ? { acquireRps, maxHoldMs } : {}) });
    if (open.length > 0) return notStated(id, ...open);
    return fail(held === undefined ? 'unknown' : 'busy', {
      data: { holders: listed(holders.map(({ name }) => name)) },
      related: holders.map((holder) => ({ id: holder.id, role: 'holder' })),
      witness: [...acquiringEdges(graph, component).flatMap((edge) => [edge.from.id, edge.id]), id],
      evidence: statedEvidence(id, { granularity, acquireRps, maxHoldMs }),
    });
  },
  fixes: ({ primary }, { diagram, graph }): readonly Fix[] => {
    const lock = diagram.components.get(primary);
    if (!lock) return [];
    const [entity] = protectedWrites(graph, lock).flatMap((edge) => entitiesOf(graph, edge));
    const lockKeyPattern = lock.properties.lockKeyPattern?.trim() || keyPatternOf(entity);
    return [setFix('Lock each resource by itself', 'suggest', primary, { granularity: 'resource', lockKeyPattern })];
  },
});

const aboutLeaders = /leader|election/i;

/** Whether the lock says who leads, which is one question for all. */
function isForLeader({ properties: { lockKeyPattern, rationale, renewal, maxHoldMs, ttlMs } }: Component, holders: readonly Component[]): boolean {
  if (electsLeader(holders) || [lockKeyPattern, rationale, ...holders.map(({ properties }) => properties.rationale)].some((text) => aboutLeaders.test(text ?? ''))) return true;
  return holders.length === 1 && renewal === 'heartbeat' && typeof ttlMs === 'number' && maxHoldMs !== undefined && maxHoldMs >= 10 * ttlMs;
}
