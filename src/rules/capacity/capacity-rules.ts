import type { Rule } from '../rule.ts';
import { backlogExceedsDeadline } from './backlog-exceeds-deadline.ts';
import { cacheLossOverloadsStore } from './cache-loss-overloads-store.ts';
import { connectionCapacityExceeded } from './connection-capacity-exceeded.ts';
import { declaredRateMismatch } from './declared-rate-mismatch.ts';
import { highUtilization } from './high-utilization.ts';
import { partitionOverloaded } from './hot-partition.ts';
import { latencyBudgetExceeded } from './latency-budget-exceeded.ts';
import { lockContention } from './lock-contention.ts';
import { noHeadroomForFailure } from './no-headroom-for-failure.ts';
import { overloadedComponent } from './overloaded-component.ts';
import { queueDrainBelowArrival } from './queue-drain-below-arrival.ts';
import { storageExhausted } from './storage-exhausted.ts';
import { streamPartitionThroughput } from './stream-partition-throughput.ts';

/** The rules about capacity. */
export const capacityRules: readonly Rule[] = [
  overloadedComponent,
  highUtilization,
  noHeadroomForFailure,
  queueDrainBelowArrival,
  backlogExceedsDeadline,
  partitionOverloaded,
  streamPartitionThroughput,
  cacheLossOverloadsStore,
  latencyBudgetExceeded,
  storageExhausted,
  connectionCapacityExceeded,
  declaredRateMismatch,
  lockContention,
];
