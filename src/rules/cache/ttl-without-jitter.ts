import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

/** Entries that came together go together. */
export const ttlWithoutJitter = componentRule({
  id: 'cache/ttl-without-jitter',
  kinds: ['distributed-cache'],
  severity: 'suggestion',
  category: 'performance',
  reach: 'record',
  recommended: false,
  messages: { together: { text: 'Entries of {name} that are written together expire together.' } },
  docs: {
    what: 'All entries live for exactly the same time.',
    why: 'What was filled at once misses at once, and the store feels it.',
    fix: 'Let expiry times differ a little.',
    silentWhen: ['Whether expiry times differ is not stated.'],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'What happens when a thousand entries expire in the same second?',
  },
  examples: {
    bad: 'settings { lintConfig: { preset: strict } }\nservice api\ndistributed-cache cache { ttlSeconds: 300, ttlJitter: false }\napi -> cache',
    good: 'settings { lintConfig: { preset: strict } }\nservice api\ndistributed-cache cache { ttlSeconds: 300, ttlJitter: true }\napi -> cache',
  },
  check({ id, name, properties: { ttlSeconds, ttlJitter } }) {
    if (ttlSeconds === undefined || ttlJitter !== false) return pass;
    return fail('together', { data: { name }, witness: [id], evidence: [{ record: id, property: 'ttlJitter', value: ttlJitter }] });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Let expiry times differ', 'auto', primary, { ttlJitter: true })],
});
