import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';

const usableShare = 0.8;

/** What is asked for again and again does not fit into a cache. */
export const workingSetExceedsMemory = componentRule({
  id: 'cache/working-set-exceeds-memory',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'performance',
  reach: 'record',
  messages: { tight: { text: 'The working set ({set}) does not fit into {name} ({memory}); the hit ratio will fall.' } },
  docs: {
    what: 'The data in daily use is larger than four fifths of the memory of all shards.',
    why: 'Busy entries evict each other, and reads fall through to the store.',
    fix: 'Add shards, or cache smaller values.',
    silentWhen: ['Working set, memory of a shard or number of shards are not stated.'],
    sources: ['redis.io, key eviction.'],
    question: 'How large is what is asked for again and again, and how much memory is there?',
  },
  examples: {
    bad: 'service api\ndistributed-cache cache { workingSetBytes: 500, memoryBytes: 64, instances: 1 }\napi -> cache',
    good: 'service api\ndistributed-cache cache { workingSetBytes: 40, memoryBytes: 64, instances: 1 }\napi -> cache',
  },
  check({ id, name, properties }) {
    const { workingSetBytes, memoryBytes, instances } = properties;
    if (workingSetBytes === undefined && memoryBytes === undefined) return undefined;
    const open = Object.entries({ workingSetBytes, memoryBytes, instances }).filter(([, value]) => value === undefined);
    if (workingSetBytes === undefined || memoryBytes === undefined || instances === undefined) return notStated(id, ...open.map(([property]) => property));
    if (workingSetBytes <= usableShare * memoryBytes * instances) return pass;
    return fail('tight', {
      data: { name, set: quantity(workingSetBytes, 'bytes'), memory: quantity(memoryBytes * instances, 'bytes') },
      witness: [id],
      evidence: Object.entries({ workingSetBytes, memoryBytes, instances }).map(([property, value]) => ({ record: id, property, value })),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const shards = neededShards(diagram.components.get(primary));
    return shards === undefined ? [] : [setFix(`Spread it over ${shards} shards`, 'suggest', primary, { instances: shards })];
  },
});

function neededShards(cache: Component | undefined): number | undefined {
  const { workingSetBytes, memoryBytes } = cache?.properties ?? {};
  return workingSetBytes === undefined || !memoryBytes ? undefined : Math.ceil(workingSetBytes / (usableShare * memoryBytes));
}
