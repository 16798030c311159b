import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { acquiringEdges, isSessionLock } from './lock-terms.ts';

const usualTtl = 30_000;

/** A lock does not end by itself. */
export const noExpiry = componentRule({
  id: 'lock/no-expiry',
  kinds: ['distributed-lock'],
  severity: 'error',
  category: 'availability',
  reach: 'neighbours',
  messages: {
    never: { text: '{name} never expires; a crashed holder blocks the resource for ever.' },
    session: { severity: 'warning', text: '{name} never expires; only the end of the session frees it when its holder hangs.' },
    undeclared: { severity: 'suggestion', text: 'The diagram gives {name} no expiry: what frees it when its holder crashes?' },
  },
  docs: {
    what: 'A lock is taken, and nothing ends it but its holder.',
    why: 'Holders crash. Without an expiry the resource stays blocked until somebody notices.',
    fix: 'Give it an expiry of about twice the longest hold, and let holders renew it.',
    silentWhen: ['It is an advisory lock of a database, which ends with the session.'],
    sources: ['redis.io, distributed locks.'],
    question: 'What frees the lock when its holder crashes?',
  },
  examples: {
    bad: 'service booking\ndistributed-lock seat { ttlMs: none }\nbooking -> seat',
    good: 'service booking\ndistributed-lock seat { ttlMs: 30000 }\nbooking -> seat',
  },
  check(component, { graph }) {
    const taking = acquiringEdges(graph, component);
    const { ttlMs, mechanism, technology } = component.properties;
    if (taking.length === 0) return undefined;
    if (mechanism === 'database-row' && /advisory/i.test(technology ?? '')) return pass;
    const details = { data: { name: component.name }, related: taking.map(({ from }) => ({ id: from.id, role: 'holder' })), witness: taking.slice(0, 1).flatMap(({ from, id }) => [from.id, id, component.id]) };
    if (ttlMs === undefined) return fail('undeclared', details);
    if (ttlMs !== 'none' && ttlMs > 0) return pass;
    return fail(isSessionLock(component) ? 'session' : 'never', { ...details, evidence: [{ record: component.id, property: 'ttlMs', value: ttlMs }] });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const hold = diagram.components.get(primary)?.properties.maxHoldMs;
    const ttlMs = hold === undefined || hold === 0 ? usualTtl : 2 * hold;
    return [setFix(`Expire after ${ttlMs / 1000} s and renew`, 'auto', primary, { ttlMs, renewal: 'heartbeat' })];
  },
});
