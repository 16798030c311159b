import { cacheOperators } from './cache-operators.ts';
import { callOperators } from './call-operators.ts';
import { databaseOperators } from './database-operators.ts';
import { lockOperators } from './lock-operators.ts';
import { messagingOperators } from './messaging-operators.ts';
import { modelOperators } from './model-operators.ts';
import type { Operator } from './operator.ts';
import { storageOperators } from './storage-operators.ts';
import { topologyOperators } from './topology-operators.ts';
import { trafficOperators } from './traffic-operators.ts';

/** Every way in which a safeguard is taken from a reference. */
export const operators: readonly Operator[] = [
  ...modelOperators,
  ...messagingOperators,
  ...databaseOperators,
  ...storageOperators,
  ...cacheOperators,
  ...trafficOperators,
  ...callOperators,
  ...lockOperators,
  ...topologyOperators,
];
