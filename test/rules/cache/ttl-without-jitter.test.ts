import { ttlWithoutJitter } from '#rules/cache/ttl-without-jitter.ts';
import { testRule } from '../../support/test-rule.ts';

const strict = 'settings { lintConfig: { preset: strict } }\n';
const cache = (values: string): string => `service api\ndistributed-cache cache "Hot" { ${values} }\napi -> cache`;

testRule(ttlWithoutJitter, {
  fires: [{ when: 'all entries live equally long', sketch: strict + cache('ttlSeconds: 300, ttlJitter: false'), severity: 'suggestion', message: 'Entries of Hot that are written together expire together.', fixes: ['Let expiry times differ'] }],
  silent: [
    { when: 'the preset leaves it out', sketch: cache('ttlSeconds: 300, ttlJitter: false') },
    { when: 'expiry times differ', sketch: strict + cache('ttlSeconds: 300, ttlJitter: true') },
    { when: 'nothing expires', sketch: strict + cache('ttlJitter: false') },
  ],
  notStated: [{ when: 'jitter is open', sketch: strict + cache('ttlSeconds: 300'), fields: [] }],
});
