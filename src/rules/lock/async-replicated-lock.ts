import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { asEtcd, bareWrites, isForCorrectness, wayToWrite } from './lock-terms.ts';

/** A replica takes over a lock server, and may not know who holds what. */
export const asyncReplicatedLock = componentRule({
  id: 'lock/async-replicated-lock',
  kinds: ['distributed-lock'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    twice: { text: 'After a failover {name} may be granted twice: Redis replication is asynchronous.' },
    perhaps: { severity: 'suggestion', text: 'After a failover {name} may be granted twice: is that only wasted work?' },
  },
  docs: {
    what: 'The lock lives in one Redis with a replica that takes over, and writes under it are not checked by what they are written to.',
    why: 'The master confirms a lock before the replica has heard of it. Promoted in between, the replica grants the same lock again.',
    fix: 'Use Redlock with five masters, etcd or ZooKeeper, or make the writes conditional.',
    silentWhen: ['The lock is only there for efficiency.', 'Every protected write is conditional, or commits together with the lock.'],
    sources: ['redis.io, distributed locks.'],
    question: 'What does the promoted replica know about the locks that are held?',
  },
  examples: {
    bad: 'service pay\ndistributed-lock account { mechanism: single-redis, replicas: 2, ttlMs: 30000, purpose: correctness }\ncore-database db\npay -> account\npay -> db { access: write }',
    good: 'service pay\ndistributed-lock account { mechanism: single-redis, replicas: 2, ttlMs: 30000, purpose: correctness }\ncore-database db\npay -> account\npay -> db { access: write, conditionalWrite: true }',
  },
  check(component, { graph }) {
    const { id, name, properties } = component;
    const { mechanism, purpose, highAvailability, replicas } = properties;
    if (mechanism !== undefined && mechanism !== 'single-redis') return undefined;
    const [first, ...others] = purpose === 'efficiency' ? [] : bareWrites(graph, component);
    if (!first) return pass;
    const failsOver = highAvailability === 'active-passive' || highAvailability === 'managed' || (replicas ?? 0) >= 1;
    if (!failsOver && highAvailability !== undefined) return pass;
    const open = unstated({ mechanism, ...(failsOver ? {} : { highAvailability, replicas }) });
    if (open.length > 0) return notStated(id, ...open);
    return fail(isForCorrectness(graph, component) ? 'twice' : 'perhaps', {
      data: { name },
      related: [first, ...others].map((edge) => ({ id: edge.id, role: 'write' })),
      witness: wayToWrite(graph, component, first),
      evidence: statedEvidence(id, { mechanism, highAvailability, replicas, purpose }),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const lock = diagram.components.get(primary);
    return lock ? [setFix('Change it to etcd on 5 servers', 'suggest', primary, asEtcd(lock))] : [];
  },
});
