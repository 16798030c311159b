import { quantity } from '#catalog/wording.ts';
import { isCompute } from '#graph/roles.ts';
import { fix, set, setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { takingEdges, withLock } from './lock-terms.ts';

/** A row lock is used for what takes seconds or minutes. */
export const databaseLockHeldTooLong = connectionRule({
  id: 'lock/database-lock-held-too-long',
  severity: 'warning',
  category: 'performance',
  reach: 'neighbours',
  acceptsRationale: 'A word about a migration: migration.',
  messages: { held: { text: 'A database lock on {name} is held for {time}.' } },
  options: { maxSeconds: { default: 5, help: 'Seconds for which a row lock or a transaction may be held.' } },
  docs: {
    what: 'A transaction keeps rows of a database locked for longer than a few seconds.',
    why: 'Row locks are made for milliseconds. They block others, pin a connection, and are gone when the session breaks.',
    fix: 'Use a distributed lock, or a row that holds the reservation and expires.',
    silentWhen: ['The connection or its caller says that it is a migration.'],
    sources: ['PostgreSQL documentation, explicit locking.'],
    question: 'How long are rows locked, and who waits for them?',
  },
  examples: {
    bad: 'service booking\ncore-database seats\nbooking -> seats { access: write, lockHoldSeconds: 300 }',
    good: 'service booking\ncore-database seats\nbooking -> seats { access: write, lockHoldSeconds: 0.05 }',
  },
  check({ id, properties }, { graph, option }) {
    const edge = graph.edge(id);
    const { lockHoldSeconds } = properties;
    if (!edge || edge.to.kind !== 'core-database' || lockHoldSeconds === undefined) return undefined;
    if (lockHoldSeconds <= option('maxSeconds') || [properties, edge.from.properties].some(({ rationale }) => /migration/i.test(rationale ?? ''))) return pass;
    return fail('held', {
      data: { name: edge.to.name, time: quantity(lockHoldSeconds, 's') },
      related: [{ id: edge.from.id, role: 'holder' }, { id: edge.to.id, role: 'database' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(id, { lockHoldSeconds }),
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge || !isCompute(edge.from)) return [];
    const [taken] = takingEdges(graph, edge.from.id);
    if (taken) return [setFix(`Leave it to ${taken.to.name}`, 'suggest', primary, { lockHoldSeconds: undefined })];
    const ttlMs = 2000 * (edge.connection.properties.lockHoldSeconds ?? 0);
    return [
      fix('Use a distributed lock instead', 'suggest', (diagram, freshId) =>
        set(withLock(diagram, freshId, edge.from, `${edge.to.name} lock`, { ttlMs }), primary, { lockHoldSeconds: undefined }),
      ),
    ];
  },
});
