import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import type { Severity } from '../finding.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { isGuarded, isSessionLock, protectedWrites } from './lock-terms.ts';

/** A lock ends before the work under it does. */
export const ttlShorterThanWork = componentRule({
  id: 'lock/ttl-shorter-than-work',
  kinds: ['distributed-lock'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    short: { text: '{name} expires after {ttl} while the work takes up to {hold}.' },
    undeclared: { text: '{name} expires after {ttl} while the work takes up to {hold}; the diagram does not say that it is renewed.' },
  },
  docs: {
    what: 'The expiry is not twice as long as the longest hold, and holders do not renew it.',
    why: 'The second holder starts before the first has ended, and neither knows of the other.',
    fix: 'Renew the lock while the work goes on, or let it expire after twice the longest hold.',
    silentWhen: ['Holders renew it.', 'The client of a session store renews it, unless the diagram denies that.'],
    sources: ['redis.io, distributed locks.'],
    question: 'What if the work takes longer than the lock lasts?',
  },
  examples: {
    bad: 'service report\ndistributed-lock run { ttlMs: 10000, maxHoldMs: 60000, renewal: none }\nreport -> run',
    good: 'service report\ndistributed-lock run { ttlMs: 30000, maxHoldMs: 5000, renewal: none }\nreport -> run',
  },
  check(component, { graph }) {
    const { id, name, properties } = component;
    const { ttlMs, maxHoldMs, renewal, purpose } = properties;
    if (renewal === 'heartbeat' || ttlMs === 'none' || ttlMs === 0) return pass;
    if (ttlMs === undefined || maxHoldMs === undefined) return renewal === undefined && isSessionLock(component) ? pass : notStated(id, ...unstated({ ttlMs, maxHoldMs }));
    if (ttlMs >= 2 * maxHoldMs) return pass;
    if (renewal === undefined && isSessionLock(component)) return notStated(id, 'renewal');
    const mildness = Number(ttlMs > maxHoldMs) + Number(renewal === undefined) + Number(purpose === 'efficiency');
    return fail(renewal === undefined ? 'undeclared' : 'short', {
      severity: endsByDesign(graph, component) ? 'suggestion' : severityAt(mildness),
      data: { name, ttl: quantity(ttlMs, 'ms'), hold: quantity(maxHoldMs, 'ms') },
      evidence: statedEvidence(id, { ttlMs, maxHoldMs, renewal, purpose }),
    });
  },
  fixes: ({ primary }, { diagram, graph }): readonly Fix[] => {
    const lock = diagram.components.get(primary);
    const ttlMs = 2 * (lock?.properties.maxHoldMs ?? 0);
    if (!lock) return [];
    return [
      setFix('Renew it while the work goes on', endsByDesign(graph, lock) ? 'suggest' : 'auto', primary, { renewal: 'heartbeat' }),
      setFix(`Change the expiry to ${quantity(ttlMs, 'ms')}`, 'suggest', primary, { ttlMs }),
    ];
  },
});

const severityAt = (mildness: number): Severity => (['error', 'warning'] as const)[mildness] ?? 'suggestion';

/** Whether a late holder can change nothing, so that the expiry may be a promise to users: ten minutes to pay. */
function endsByDesign(graph: Graph, lock: Component): boolean {
  const written = protectedWrites(graph, lock);
  return written.length > 0 && written.every((edge) => isGuarded(edge, lock));
}
