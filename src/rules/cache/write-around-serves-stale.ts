import { isStated } from '#catalog/key-properties.ts';
import { quantity } from '#catalog/wording.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { mutableEntities } from './cache-terms.ts';

const removing: ReadonlySet<string> = new Set(['delete-on-write', 'event-driven', 'versioned-keys']);

/** Writes go to the store only, and the cache keeps the old value for long. */
export const writeAroundServesStale = componentRule({
  id: 'cache/write-around-serves-stale',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    stale: { text: 'Writes go around {name}; readers keep the old value for up to {ttl}.' },
    open: { severity: 'suggestion', text: 'Writes go around {name}: for how long do readers keep the old value?' },
  },
  docs: {
    what: 'Writes reach the store only, and cached entries go by expiry alone, much later.',
    why: 'The store has changed and the cache did not notice.',
    fix: 'Delete the entry whenever the store is written.',
    silentWhen: ['Entries expire within the accepted time, an hour unless you set it otherwise.'],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'How does the cache learn that the store was written?',
  },
  options: { maxStaleSeconds: { default: 3600, help: 'Seconds for which an old value may be served.' } },
  examples: {
    bad: 'entity price { mutability: mutable }\nservice api\ndistributed-cache cache { writeStrategy: write-around, invalidationStrategy: [ttl], ttlSeconds: 86400 }\ncore-database db\napi -> cache { interaction: request, access: read, dataFlows: [price] }\napi -> db { access: read-write, dataFlows: [price] }',
    good: 'entity price { mutability: mutable }\nservice api\ndistributed-cache cache { writeStrategy: write-around, invalidationStrategy: [ttl, delete-on-write], ttlSeconds: 86400 }\ncore-database db\napi -> cache { interaction: request, access: read, dataFlows: [price] }\napi -> db { access: read-write, dataFlows: [price] }',
  },
  check(component, { graph, option }) {
    const { writeStrategy, invalidationStrategy, ttlSeconds } = component.properties;
    if (writeStrategy !== 'write-around' || mutableEntities(graph, component).length === 0) return undefined;
    if (graph.into(component.id).some(({ interaction }) => interaction === 'invalidate') || invalidationStrategy?.some((strategy) => removing.has(strategy))) return pass;
    if (ttlSeconds === undefined ? !invalidationStrategy?.includes('ttl') : ttlSeconds <= option('maxStaleSeconds')) return pass;
    if (!isStated(invalidationStrategy)) return notStated(component.id, 'invalidationStrategy');
    return fail(ttlSeconds === undefined ? 'open' : 'stale', {
      data: { name: component.name, ttl: quantity(ttlSeconds ?? 0, 's') },
      witness: [component.id],
      evidence: Object.entries({ writeStrategy, invalidationStrategy, ttlSeconds }).flatMap(([property, value]) => (value === undefined ? [] : [{ record: component.id, property, value }])),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const kept = diagram.components.get(primary)?.properties.invalidationStrategy?.filter((strategy) => strategy !== 'none') ?? [];
    return [setFix('Delete the entry on each write', 'suggest', primary, { invalidationStrategy: [...kept, 'delete-on-write'] })];
  },
});
