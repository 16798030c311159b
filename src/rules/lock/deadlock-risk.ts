import type { Component } from '#diagram/diagram.ts';
import { fix, set } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { circlesOf } from './acquisition-order.ts';
import { takingEdges } from './lock-terms.ts';

const safe: ReadonlySet<string> = new Set(['ordered-acquisition', 'try-lock-timeout', 'single-lock']);

/** Two holders may wait for each other. */
export const deadlockRisk = componentRule({
  id: 'lock/deadlock-risk',
  kinds: ['service', 'worker', 'scheduled-job'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: {
    opposite: { severity: 'error', text: '{holders} take {locks} in opposite orders.' },
    unordered: { text: '{name} holds {locks} together without a fixed order.' },
    open: { severity: 'suggestion', text: '{name} takes {locks}: what excludes a circular wait?' },
  },
  docs: {
    what: 'A component takes several locks, and nothing makes all holders take them in the same order.',
    why: 'Each of two holders has one lock and waits for the other. Both stand still until something expires.',
    fix: 'Take locks in one order everywhere, use one coarser lock, or try with a timeout and give back what you hold.',
    silentWhen: ['Every lock states an order, a timeout or that it is taken alone, and the numbers on the arrows do not contradict each other.', 'Opposite orders are tried with a timeout on every lock of the circle.'],
    sources: ['Designing Data-Intensive Applications, chapter 7.'],
    question: 'In which order are these locks taken, everywhere?',
  },
  examples: {
    bad: 'service transfer\ndistributed-lock source { ttlMs: 30000, deadlockPrevention: none }\ndistributed-lock target { ttlMs: 30000, deadlockPrevention: none }\ntransfer -> source\ntransfer -> target',
    good: 'service transfer\ndistributed-lock source { ttlMs: 30000, deadlockPrevention: ordered-acquisition }\ndistributed-lock target { ttlMs: 30000, deadlockPrevention: ordered-acquisition }\ntransfer -> source "1"\ntransfer -> target "2"',
  },
  check(component, { graph }) {
    const taken = takingEdges(graph, component.id);
    const locks = [...new Set(taken.map(({ to }) => to))];
    if (locks.length < 2) return undefined;
    const detailsOf = (waited: readonly Component[], holders: readonly Component[] = []) => ({
      data: { name: component.name, locks: named(waited), holders: named(holders) },
      related: [...waited.map(({ id }) => ({ id, role: 'lock' })), ...holders.filter(({ id }) => id !== component.id).map(({ id }) => ({ id, role: 'other holder' }))],
      witness: [component.id, ...taken.filter(({ to }) => waited.includes(to)).flatMap(({ id, to }) => [id, to.id])],
      evidence: waited.flatMap(({ id, properties: { deadlockPrevention } }) => statedEvidence(id, { deadlockPrevention })),
    });
    const circles = circlesOf(graph, component).filter((circle) => circle.locks.some(({ properties }) => properties.deadlockPrevention !== 'try-lock-timeout'));
    const [first] = circles;
    if (first) {
      const { related, ...details } = detailsOf(first.locks, first.holders);
      const others = circles.flatMap((circle) => circle.locks).filter(({ id }) => !related.some((each) => each.id === id));
      return fail('opposite', { ...details, related: [...related, ...[...new Set(others)].map(({ id }) => ({ id, role: 'lock' }))] });
    }
    const unsafe = locks.filter(({ properties }) => !safe.has(properties.deadlockPrevention ?? ''));
    if (unsafe.length === 0) return pass;
    return fail(unsafe.some(({ properties }) => properties.deadlockPrevention === 'none') ? 'unordered' : 'open', detailsOf(locks));
  },
  fixes: ({ messageId, related }, { diagram }): readonly Fix[] => {
    const locks = related.filter(({ role }) => role === 'lock').flatMap(({ id }) => diagram.components.get(id) ?? []);
    const prevent = (deadlockPrevention: string, on: readonly Component[]) => (now: typeof diagram): typeof diagram => on.reduce((next, { id }) => set(next, id, { deadlockPrevention }), now);
    if (messageId === 'opposite') return [fix('Try with a timeout instead', 'suggest', prevent('try-lock-timeout', locks))];
    const unsafe = locks.filter(({ properties }) => !safe.has(properties.deadlockPrevention ?? ''));
    return [fix('Take them in one fixed order', 'suggest', prevent('ordered-acquisition', unsafe))];
  },
});

const named = (components: readonly Component[]): string => listed(components.map(({ name }) => name));
