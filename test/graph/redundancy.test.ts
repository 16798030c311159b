import { expect, test } from 'vitest';
import type { Truth } from '#base/truth.ts';
import { sketch } from '#diagram/sketch.ts';
import { isRedundant } from '#graph/redundancy.ts';

const table: readonly [component: string, redundant: Truth][] = [
  ['service a', undefined],
  ['service a { instances: 1 }', false],
  ['service a { instances: 2 }', true],
  ['service a { instances: 1, replicas: 1 }', true],
  ['service a { instances: 1, highAvailability: managed }', true],
  ['service a { instances: 5, highAvailability: none }', false],
  ['load-balancer a { highAvailability: active-passive }', true],
  ['cdn a { instances: 1 }', false],
  ['distributed-cache a { instances: 1, replicas: 0 }', false],
  ['distributed-cache a { replicas: 0 }', undefined],
  ['distributed-cache a { replicas: 2 }', true],
  ['core-database a', undefined],
  ['core-database a { replicas: 0 }', false],
  ['core-database a { replicas: 1 }', true],
  ['core-database a { replicationFactor: 1 }', false],
  ['core-database a { replicas: 0, replicationFactor: 3 }', true],
  ['search-database a { replicasPerShard: 0 }', false],
  ['search-database a { replicasPerShard: 1 }', true],
  ['stream a { replicationFactor: 1 }', false],
  ['stream a { replicationFactor: 2 }', true],
  ['queue a { replicas: 0 }', false],
  ['queue a { replicas: 1 }', true],
  ['distributed-lock a { independentInstances: 2 }', false],
  ['distributed-lock a { independentInstances: 3 }', true],
  ['blob-storage a { redundancy: single-device }', false],
  ['blob-storage a { redundancy: single-zone }', true],
  ['blob-storage a', undefined],
];

test.each(table)('%s is redundant: %s', (text, redundant) => {
  const [component] = sketch(text).components.values();
  expect(component && isRedundant(component)).toBe(redundant);
});
