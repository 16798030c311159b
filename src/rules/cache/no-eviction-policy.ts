import type { Component } from '#diagram/diagram.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { isOwnData } from './cache-terms.ts';

/** A full cache refuses writes. */
export const noEvictionPolicy = componentRule({
  id: 'cache/no-eviction-policy',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'availability',
  reach: 'record',
  messages: { full: { text: 'When {name} is full, it refuses writes instead of making room.' } },
  docs: {
    what: 'A cache of copies never evicts anything.',
    why: 'Once its memory is full, every further write fails; without a memory limit the host runs out of memory instead.',
    fix: 'Let the least recently used entries go.',
    silentWhen: [
      'The cache holds data of its own, which must not vanish.',
      'Its content is short-lived anyway.',
      'It holds writes that no store has yet.',
      'It is the source of truth.',
      'The working set takes less than half of the memory.',
    ],
    sources: ['redis.io, key eviction.'],
    question: 'What happens when the memory of this cache is full?',
  },
  examples: {
    bad: 'service api\ndistributed-cache cache { evictionPolicy: none }\ncore-database db\napi -> cache { interaction: request, access: read-write }\napi -> db { access: read-write }',
    good: 'service api\ndistributed-cache cache { evictionPolicy: lru }\ncore-database db\napi -> cache { interaction: request, access: read-write }\napi -> db { access: read-write }',
  },
  check(component) {
    const { evictionPolicy } = component.properties;
    if ((evictionPolicy !== undefined && evictionPolicy !== 'none') || mustKeep(component) || hasRoom(component)) return pass;
    if (evictionPolicy === undefined) return notStated(component.id, 'evictionPolicy');
    return fail('full', {
      data: { name: component.name },
      witness: [component.id],
      evidence: [{ record: component.id, property: 'evictionPolicy', value: evictionPolicy }],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Evict the least recently used', 'auto', primary, { evictionPolicy: 'lru' })],
});

/** Whether evicting an entry would lose it, or entries go by themselves. */
function mustKeep(cache: Component): boolean {
  const { ephemeralData, writeStrategy, isSourceOfTruth } = cache.properties;
  return isOwnData(cache) || ephemeralData === true || writeStrategy === 'write-back' || isSourceOfTruth === true;
}

const hasRoom = ({ properties: { workingSetBytes, memoryBytes, instances } }: Component): boolean =>
  workingSetBytes !== undefined && memoryBytes !== undefined && instances !== undefined && workingSetBytes < 0.5 * memoryBytes * instances;
