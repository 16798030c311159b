import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { capacityOf, ceilingOf } from '#estimate/capacity.ts';

const capacity = (component: string): number | undefined => {
  const [first] = sketch(component).components.values();
  return first && capacityOf(first).reads;
};

test.each([
  ['core-database db { perInstanceReadRps: 100 }', 100],
  ['core-database db { perInstanceReadRps: 100, shardCount: 4 }', 400],
  ['core-database db { perInstanceReadRps: 100, readReplicas: 2 }', 100],
  ['core-database db { perInstanceReadRps: 100, readReplicas: 2, readPreference: primary }', 100],
  ['core-database db { perInstanceReadRps: 100, readReplicas: 2, readPreference: replica }', 300],
  ['core-database db { perInstanceReadRps: 100, readPreference: replica }', undefined],
  ['core-database db { perInstanceReadRps: 100, readReplicas: 2, readPreference: nearest, shardCount: 2 }', 600],
  ['core-database db { replicationMode: leaderless, instances: 6, perInstanceReadRps: 100, readQuorum: 2 }', 300],
  ['core-database db { replicationMode: leaderless, instances: 6, perInstanceReadRps: 100 }', undefined],
  ['core-database db { perPartitionReadRps: 3000, shardCount: 2 }', 6000],
  ['core-database db', undefined],
  ['search-database index { instances: 3, perInstanceReadRps: 100 }', 300],
  ['search-database index { perInstanceReadRps: 100 }', undefined],
  ['blob-storage files', undefined],
])('reads of %s', (component, reads) => {
  expect(capacity(component)).toBe(reads);
});

const ceiling = (text: string): number | undefined => {
  const [first] = sketch(text).components.values();
  return first && ceilingOf(first).total;
};

test.each([
  ['service s { instances: 2, perInstanceRps: 100 }', 200],
  ['service s { instances: 2, maxInstances: 9, perInstanceRps: 100 }', 200],
  ['service s { instances: 2, maxInstances: 9, perInstanceRps: 100, autoScaling: automatic }', 900],
  ['service s { instances: 2, perInstanceRps: 100, autoScaling: automatic }', undefined],
  ['stream s { partitions: 2, perPartitionRps: 100 }', 200],
  ['stream s { partitions: 2, perPartitionRps: 100, autoScaling: automatic }', undefined],
  ['distributed-lock s { instances: 5, lockOpsPerSecond: 100 }', 100],
])('the ceiling of %s', (component, total) => {
  expect(ceiling(component)).toBe(total);
});
