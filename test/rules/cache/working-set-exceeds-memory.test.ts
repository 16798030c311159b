import { workingSetExceedsMemory } from '#rules/cache/working-set-exceeds-memory.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string): string => `service api\ndistributed-cache cache "Hot" { ${values} }\napi -> cache`;
const gib = 2 ** 30;

testRule(workingSetExceedsMemory, {
  fires: [
    {
      when: 'it is far too large',
      sketch: cache(`workingSetBytes: ${500 * gib}, memoryBytes: ${64 * gib}, instances: 1`),
      severity: 'warning',
      message: 'The working set (500 GiB) does not fit into Hot (64 GiB); the hit ratio will fall.',
      fixes: ['Spread it over 10 shards'],
    },
    { when: 'just above four fifths', sketch: cache('workingSetBytes: 241, memoryBytes: 100, instances: 3'), fixes: ['Spread it over 4 shards'] },
    { when: 'a full shard too little', sketch: cache('workingSetBytes: 240, memoryBytes: 100, instances: 2'), fixes: ['Spread it over 3 shards'] },
    { when: 'there is no memory', sketch: cache('workingSetBytes: 1, memoryBytes: 0, instances: 1'), fixes: [] },
  ],
  silent: [
    { when: 'four fifths are full', sketch: cache('workingSetBytes: 80, memoryBytes: 100, instances: 1') },
    { when: 'all shards together suffice', sketch: cache('workingSetBytes: 240, memoryBytes: 100, instances: 3') },
  ],
  notStated: [
    { when: 'the number of shards is open', sketch: cache('workingSetBytes: 500, memoryBytes: 64'), fields: ['instances'] },
    { when: 'the memory is open', sketch: cache('workingSetBytes: 500, instances: 1'), fields: ['memoryBytes'] },
    { when: 'the working set is open', sketch: cache('memoryBytes: 64, instances: 1'), fields: ['workingSetBytes'] },
    { when: 'nobody speaks of sizes', sketch: cache('instances: 1'), fields: [] },
  ],
});
