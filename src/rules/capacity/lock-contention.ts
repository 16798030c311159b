import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, rounded, total } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { componentRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { comfortable, percent, perSecond } from './capacity-terms.ts';

const briefWaitMs = 100;

/** Too many want the same lock, or all locks together are too many for the service. */
export const lockContention = componentRule({
  id: 'capacity/lock-contention',
  kinds: ['distributed-lock'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    impossible: { severity: 'error', text: 'The busiest key of {name} would have to be held {share} of the time (estimate).' },
    crowded: { text: 'The busiest key of {name} is held {share} of the time (estimate).' },
    service: { text: '{name} is asked {rate} and takes {limit} (estimate).' },
  },
  docs: {
    what: 'The busiest key is held most of the time, or the lock service gets more than it sustains.',
    why: 'One key has one holder: it is a single server with a line in front. Near 100 % everybody waits, above it the line only grows.',
    fix: 'Lock something smaller, hold it for less time, or put work for the same key into one queue.',
    silentWhen: ['Whoever does not get the lock at once gives up: that is how the product wants it.', 'How often a lock is asked for, how long it is held, or the share of the busiest key is not known.'],
    sources: ['Little\'s law.'],
    question: 'How often is the busiest key asked for, and how long is it held?',
  },
  examples: {
    bad: 'service shop\ndistributed-lock seats { ttlMs: 5000, busiestKeyShare: 0.05, acquireRps: 100, maxHoldMs: 500 }\nshop -> seats',
    good: 'service shop\ndistributed-lock seats { ttlMs: 5000, busiestKeyShare: 0.01, acquireRps: 100, maxHoldMs: 100 }\nshop -> seats',
  },
  check(component, { graph }) {
    const { busiestKeyShare, acquireRps, maxHoldMs, lockOpsPerSecond } = component.properties;
    const rate = acquireRps ?? demand(graph, component);
    if (rate === undefined) return busiestKeyShare === undefined || maxHoldMs === undefined ? undefined : notStated(component.id, 'acquireRps');
    const details = { witness: [component.id], related: graph.into(component.id).map(({ from }) => ({ id: from.id, role: 'holder' })) };
    const isKnown = busiestKeyShare !== undefined && maxHoldMs !== undefined;
    const held = isKnown && !failsFast(component) ? rounded((busiestKeyShare * rate * maxHoldMs) / 1000) : 0;
    if (held >= comfortable) {
      const evidence = statedEvidence(component.id, { busiestKeyShare, acquireRps, maxHoldMs });
      return fail(held >= 1 ? 'impossible' : 'crowded', { ...details, data: { name: component.name, share: percent(held) }, evidence });
    }
    if (lockOpsPerSecond !== undefined && rate > lockOpsPerSecond) {
      return fail('service', { ...details, data: { name: component.name, rate: perSecond(rate), limit: perSecond(lockOpsPerSecond) }, evidence: statedEvidence(component.id, { acquireRps, lockOpsPerSecond }) });
    }
    return busiestKeyShare !== undefined && maxHoldMs === undefined && !failsFast(component) ? notStated(component.id, 'maxHoldMs') : pass;
  },
});

/** How often the lock is asked for, as far as the traffic tells. */
const demand = (graph: Graph, component: Component): number | undefined => certain(total(flowOf(graph).into(component)));

/** Whether nobody stands in line: who does not get the lock at once gives up. */
const failsFast = ({ properties: { acquireTimeoutMs, acquireRetry } }: Component): boolean => acquireTimeoutMs !== undefined && acquireTimeoutMs <= briefWaitMs && acquireRetry === 'none';
