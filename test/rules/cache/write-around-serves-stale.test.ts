import { writeAroundServesStale } from '#rules/cache/write-around-serves-stale.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string, more = '', mutability = 'mutable'): string =>
  `entity price { mutability: ${mutability} }\nservice api\ndistributed-cache cache "Hot" { writeStrategy: write-around, ${values} }\napi -> cache { interaction: request, access: read, dataFlows: [price] }\n${more}`;

testRule(writeAroundServesStale, {
  fires: [
    { when: 'entries live for a day', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 86400'), severity: 'warning', message: 'Writes go around Hot; readers keep the old value for up to 1 day.', fixes: ['Delete the entry on each write'] },
    { when: 'just above an hour', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 3601'), severity: 'warning' },
    { when: 'no strategy but a long expiry', sketch: cache('invalidationStrategy: [none], ttlSeconds: 7200'), severity: 'warning' },
    { when: 'the expiry is open', sketch: cache('invalidationStrategy: [ttl]'), severity: 'suggestion', message: 'Writes go around Hot: for how long do readers keep the old value?' },
    { when: 'less is accepted', sketch: `settings { lintConfig: { rules: { cache/write-around-serves-stale: [warning, { maxStaleSeconds: 60 }] } } }\n${cache('invalidationStrategy: [ttl], ttlSeconds: 61')}`, severity: 'warning' },
  ],
  silent: [
    { when: 'entries live for an hour', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 3600') },
    ...['delete-on-write', 'event-driven', 'versioned-keys'].map((strategy) => ({ when: `entries go by ${strategy}`, sketch: cache(`invalidationStrategy: [ttl, ${strategy}], ttlSeconds: 86400`) })),
    { when: 'an invalidation comes in', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 86400', 'api -> cache { interaction: invalidate }') },
    { when: 'the data never changes', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 86400', '', 'immutable') },
    { when: 'neither strategy nor expiry is there: another rule speaks', sketch: cache('invalidationStrategy: [none]') },
    { when: 'it writes through', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 86400').replace('write-around', 'write-through') },
    { when: 'the write strategy is open', sketch: cache('invalidationStrategy: [ttl], ttlSeconds: 86400').replace('writeStrategy: write-around,', '') },
  ],
  notStated: [
    { when: 'the strategy is open', sketch: cache('ttlSeconds: 86400'), fields: ['invalidationStrategy'] },
    { when: 'strategy and expiry are open: another rule speaks', sketch: cache(''), fields: [] },
  ],
});
