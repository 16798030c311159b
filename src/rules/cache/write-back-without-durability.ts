import type { Component } from '#diagram/diagram.ts';
import { isLossTolerant } from '#graph/entities.ts';
import type { Graph } from '#graph/graph.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { writingEdges } from './cache-terms.ts';

/** A cache acknowledges writes that nothing keeps through a crash. */
export const writeBackWithoutDurability = componentRule({
  id: 'cache/write-back-without-durability',
  kinds: ['distributed-cache'],
  severity: 'error',
  category: 'durability',
  reach: 'neighbours',
  messages: {
    volatile: { text: '{name} acknowledges writes that exist only in memory; a crash loses them before they reach {store}.' },
    unset: { severity: 'warning', text: 'The diagram does not say what keeps the unflushed writes of {name} through a crash.' },
    weak: { severity: 'warning', text: '{keeper} of {name} still loses the last seconds to minutes of writes.' },
    everysec: { severity: 'suggestion', text: 'Is it acceptable that a crash of {name} loses about a second of writes?' },
  },
  docs: {
    what: 'Writes go to the cache first and to the store later, and the cache does not survive a crash.',
    why: 'Until a write is flushed, the cache is its only copy.',
    fix: 'Write through, or give the cache a durable log and replicas.',
    silentWhen: ['Losing these writes is acceptable.', 'A replica confirms every write.', 'Every write is logged before it is acknowledged.', 'The accepted loss is stated, with a log each second.'],
    sources: ['redis.io, persistence.', 'redis.io, replication.'],
    question: 'What is lost when this cache crashes?',
  },
  examples: {
    bad: 'service api\ndistributed-cache cache { writeStrategy: write-back, persistence: none, replicas: 0 }\ncore-database db\napi -> cache { interaction: request, access: read-write }\ncache -> db { interaction: cache-flush }',
    good: 'service api\ndistributed-cache cache { writeStrategy: write-through, persistence: none, replicas: 0 }\ncore-database db\napi -> cache { interaction: request, access: read-write }\napi -> db { access: read-write }',
  },
  check(component, { graph }) {
    const { writeStrategy, persistence, replicas, replicationMode, acceptedLossSeconds } = component.properties;
    if (writeStrategy !== 'write-back') return undefined;
    const writing = writingEdges(graph, component);
    if (writing.length > 0 && writing.every((edge) => isLossTolerant(graph, edge) === true)) return pass;
    if ((replicationMode === 'sync' && (replicas ?? 0) >= 1) || persistence === 'append-log-always') return pass;
    const details = {
      data: { name: component.name, store: storeBehind(graph, component), keeper: persistence === 'snapshot' ? 'Snapshots' : 'Asynchronous replication' },
      related: writing.map(({ from }) => ({ id: from.id, role: 'writer' })),
      witness: [...writing.slice(0, 1).flatMap(({ from, id }) => [from.id, id]), component.id],
      evidence: Object.entries({ writeStrategy, persistence, replicas, replicationMode }).flatMap(([property, value]) => (value === undefined ? [] : [{ record: component.id, property, value }])),
    };
    if (persistence === 'append-log-everysec') return acceptedLossSeconds === undefined ? fail('everysec', details) : pass;
    if (persistence === 'none' && replicas === 0) return fail('volatile', details);
    if (persistence === 'snapshot' || (persistence === 'none' && (replicas ?? 0) >= 1 && replicationMode === 'async')) return fail('weak', details);
    const isOpen = (persistence === undefined || persistence === 'none') && (replicas === undefined || replicas === 0);
    return isOpen && isRedundant(component) !== true ? fail('unset', details) : pass;
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Write through to the store', 'suggest', primary, { writeStrategy: 'write-through' }),
    setFix('Log every write and keep two replicas', 'suggest', primary, { persistence: 'append-log-always', replicas: 2 }),
  ],
});

const storeBehind = (graph: Graph, { id }: Component): string => graph.out(id).find(({ interaction }) => interaction === 'cache-flush')?.to.name ?? 'the store';
