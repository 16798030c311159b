import type { Graph } from '#graph/graph.ts';
import { carriesOnly, where, whereEdge } from './guards.ts';
import { arrow, arrows, box, components, componentsOf, connections, each, edgesWhere, type Flaw, propertiesOf, set, without, withoutConnection } from './flaw.ts';

const lock = 'distributed-lock' as const;
const holds = arrows({ interaction: 'acquire-lock' });
const writesUnderLock = (to: readonly ('core-database' | 'external-system')[]) => arrows({ interaction: 'request', to, access: 'write' }, ({ from }, graph) => graph.out(from.id).some((edge) => holds(edge, graph)));
const guardedWrites = writesUnderLock(['core-database', 'external-system']);
const storedWrites = writesUnderLock(['core-database']);
const unguarded = { conditionalWrite: false, idempotent: false, idempotencyKey: false };
const effects = ['connection/retry-non-idempotent', 'external/no-idempotency-key'];

const writesUnder = (graph: Graph, lockId: string): readonly string[] => graph.into(lockId).flatMap(({ from }) => graph.out(from.id).filter((edge) => guardedWrites(edge, graph)).map(({ id }) => id));
const plainly = (graph: Graph, lockId: string, values: Parameters<typeof set>[2]) => writesUnder(graph, lockId).reduce((next, write) => set(next, write, unguarded), set(graph.diagram, lockId, values));
const locksOf = (graph: Graph, on: string) => graph.out(graph.edge(on)?.from.id ?? on).filter((edge) => holds(edge, graph)).map(({ to }) => to);

const isForEfficiency = where('The lock only saves work; doing it twice harms nobody.', (graph, on) => [propertiesOf(graph, on), ...locksOf(graph, on).map(({ properties }) => properties)].some(({ purpose }) => purpose === 'efficiency'));
const isForJobs = where('Only scheduled jobs hold it: it chooses a leader.', (graph, on) => graph.into(on).every(({ from }) => from.kind === 'scheduled-job'));
const addsOnly = whereEdge('What it writes is never changed afterwards.', (edge, graph) => carriesOnly(graph, edge, 'append-only', 'immutable'));

/** What locks and jobs that run on several servers rely on. */
export const lockFlaws: readonly Flaw[] = [
  { name: 'lock: never expires', guards: ['lock/no-expiry'], plantings: components(lock, { ttlMs: 'none' }) },
  { name: 'lock: two servers', guards: ['lock/redlock-too-few-instances'], plantings: components(lock, { independentInstances: 2 }, ({ properties }) => properties.mechanism !== 'single-redis') },
  { name: 'lock: four servers', guards: ['lock/redlock-too-few-instances'], plantings: components(lock, { independentInstances: 4 }, ({ properties }) => properties.mechanism !== 'single-redis') },
  { name: 'write under a lock: not conditional', guards: ['lock/missing-fencing-token', 'lock/fencing-token-without-source'], mayRaise: effects, plantings: connections(guardedWrites, unguarded), survivesWhere: [isForEfficiency, whereEdge('Another write under the lock still checks its token.', ({ id }, graph) => locksOf(graph, id).some((each) => each.properties.fencingToken === true && writesUnder(graph, each.id).some((write) => write !== id && graph.edge(write)?.connection.properties.conditionalWrite === true)))] },
  { name: 'lock: no fencing token, plain writes', guards: ['lock/missing-fencing-token'], mayRaise: effects, plantings: each(componentsOf(lock), ({ id }, graph) => plainly(graph, id, { fencingToken: false })), survivesWhere: [isForEfficiency] },
  { name: 'lock: a token from nowhere', guards: ['lock/fencing-token-without-source'], plantings: components(lock, { mechanism: 'redlock', fencingToken: true, fencingTokenSource: '' }, ({ properties }) => properties.mechanism !== 'single-redis') },
  { name: 'lock: one Redis with a lagging copy, plain writes', guards: ['lock/async-replicated-lock'], mayRaise: [...effects, 'lock/missing-fencing-token'], plantings: each(componentsOf(lock), ({ id }, graph) => plainly(graph, id, { mechanism: 'single-redis', highAvailability: 'active-passive', fencingToken: false, independentInstances: 1 })), survivesWhere: [isForEfficiency] },
  { name: 'lock: expires before the work is done', guards: ['lock/ttl-shorter-than-work'], mayRaise: ['capacity/lock-contention'], plantings: components(lock, { ttlMs: 10, maxHoldMs: 20_000, renewal: 'none' }) },
  { name: 'lock: anybody releases it', guards: ['lock/unsafe-release'], plantings: components(lock, { ownerToken: false }), survivesWhere: [where('Its sessions know their owner.', (graph, on) => propertiesOf(graph, on).mechanism === 'etcd')] },
  { name: 'lock: a second one, in no order', guards: ['lock/deadlock-risk'], mayRaise: ['model/undeclared-key-properties', 'capacity/latency-budget-exceeded', 'lock/coarse-granularity', 'lock/redlock-too-few-instances', 'lock/ttl-shorter-than-work', 'lock/unsafe-release', 'lock/missing-fencing-token', 'lock/async-replicated-lock'], plantings: each(edgesWhere(holds), ({ from }, { diagram }) => arrow(box(diagram, 'second', lock, { ttlMs: 1000, deadlockPrevention: 'none' }), from.id, 'second', { interaction: 'acquire-lock' })) },
  { name: 'lock: one for all, and busy', guards: ['lock/coarse-granularity'], plantings: components(lock, { granularity: 'global', acquireRps: 1000, maxHoldMs: 100 }), survivesWhere: [isForJobs] },
  { name: 'lock: a writer goes past it', guards: ['lock/bypassed-writer'], mayRaise: ['model/undeclared-key-properties', 'model/unreachable-component', 'database/item-too-large'], plantings: each(edgesWhere(storedWrites), ({ to, connection }, { diagram }) => arrow(box(diagram, 'admin', 'service', { instances: 1 }), 'admin', to.id, { interaction: 'request', access: 'write', dataFlows: connection.properties.dataFlows, timeoutMs: 100, conditionalWrite: false })), survivesWhere: [isForEfficiency, addsOnly] },
  { name: 'lock: protects nothing', guards: ['lock/protects-nothing'], mayRaise: ['model/orphan-component', 'model/unreachable-component', 'capacity/latency-budget-exceeded', 'capacity/stream-partition-throughput', 'queue/no-producer'], plantings: each(componentsOf(lock), ({ id }, graph) => without(graph, graph.into(id).flatMap(({ from }) => graph.out(from.id)).filter((edge) => edge.to.id !== id && edge.connection.properties.access !== 'read').map((edge) => edge.id))), survivesWhere: [isForJobs] },
  { name: 'database: a row lock held for a minute', guards: ['lock/database-lock-held-too-long'], plantings: connections(storedWrites, { lockHoldSeconds: 60 }) },
  {
    name: 'write: contended, and nothing excludes another',
    guards: ['lock/missing-for-contended-resource'],
    mayRaise: ['model/orphan-component', 'capacity/latency-budget-exceeded', 'lock/bypassed-writer', 'database/eventual-consistency-for-transactional-data'],
    plantings: each(edgesWhere(arrows({ interaction: 'request', from: ['service', 'worker'], to: 'core-database', access: 'write' })), ({ id, from, to }, graph) =>
      set(set(without(graph, graph.out(from.id).filter((edge) => holds(edge, graph)).map((edge) => edge.id)), id, { consistencyRequirement: 'strong', conditionalWrite: false }), to.id, { transactions: 'single-item' })),
    survivesWhere: [addsOnly],
  },
  { name: 'lock: its busiest key is always held', isCrude: true, guards: ['capacity/lock-contention'], plantings: components(lock, { busiestKeyShare: 1, acquireRps: 1000, maxHoldMs: 1000, acquireRetry: 'backoff-jitter' }) },
  { name: 'job: no lock', guards: ['scheduled-job/duplicate-execution'], mayRaise: ['model/orphan-component'], plantings: withoutConnection(arrows({ interaction: 'acquire-lock', from: 'scheduled-job' })) },
  { name: 'job: no leader', guards: ['scheduled-job/duplicate-execution'], plantings: components('scheduled-job', { leaderElection: false, idempotent: false }, ({ properties }) => properties.leaderElection === true) },
  { name: 'job: runs overlap', guards: ['scheduled-job/overlapping-runs'], plantings: components('scheduled-job', { overlapPolicy: 'allow', idempotent: false }), survivesWhere: [where('It takes a lock before it starts.', (graph, on) => graph.out(on).some((edge) => holds(edge, graph)))] },
];
