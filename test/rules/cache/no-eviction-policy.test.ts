import { noEvictionPolicy } from '#rules/cache/no-eviction-policy.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string): string => `service api\ndistributed-cache cache "Hot" { ${values} }\napi -> cache`;
const none = (values: string): string => cache(`evictionPolicy: none, ${values}`);

testRule(noEvictionPolicy, {
  fires: [
    { when: 'nothing is evicted', sketch: none(''), severity: 'warning', message: 'When Hot is full, it refuses writes instead of making room.', fixes: ['Evict the least recently used'] },
    { when: 'it holds copies', sketch: none('useCase: reduce-db-queries') },
    { when: 'the working set is half of the memory', sketch: none('workingSetBytes: 50, memoryBytes: 100, instances: 1') },
    { when: 'the number of shards is open', sketch: none('workingSetBytes: 1, memoryBytes: 100') },
    { when: 'the working set is open', sketch: none('memoryBytes: 100, instances: 1') },
    { when: 'the memory is open', sketch: none('workingSetBytes: 1, instances: 1') },
    { when: 'it writes around', sketch: none('writeStrategy: write-around') },
    { when: 'the guards are denied', sketch: none('ephemeralData: false, isSourceOfTruth: false') },
  ],
  silent: [
    ...['lru', 'lfu', 'fifo', 'random', 'ttl'].map((policy) => ({ when: `it evicts by ${policy}`, sketch: cache(`evictionPolicy: ${policy}`) })),
    ...['session-store', 'rate-limit-counters', 'presence', 'geo-index', 'leaderboard', 'pub-sub'].map((use) => ({ when: `it is there for ${use}`, sketch: none(`useCase: ${use}`) })),
    { when: 'the content is short-lived', sketch: none('ephemeralData: true') },
    { when: 'it writes back', sketch: none('writeStrategy: write-back') },
    { when: 'it is the truth', sketch: none('isSourceOfTruth: true') },
    { when: 'less than half of one shard is in use', sketch: none('workingSetBytes: 49, memoryBytes: 100, instances: 1') },
    { when: 'less than half of all shards is in use', sketch: none('workingSetBytes: 149, memoryBytes: 100, instances: 3') },
    { when: "it is somebody else's", sketch: none('inScope: false') },
  ],
  notStated: [
    { when: 'the policy is open', sketch: cache(''), fields: ['evictionPolicy'] },
    { when: 'the policy is open and does not matter', sketch: cache('ephemeralData: true'), fields: [] },
  ],
});
