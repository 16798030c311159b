import { isLossTolerant } from '#graph/entities.ts';
import { isCompute } from '#graph/roles.ts';
import { addConnection, choices, fix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { hasSourceBehind, isCopy, readingEdges } from './cache-terms.ts';

const ownUses: ReadonlySet<string> = new Set(['rate-limit-counters', 'presence', 'pub-sub']);

/** A miss in a cache has nowhere to go. */
export const noFallbackDatastore = componentRule({
  id: 'cache/no-fallback-datastore',
  kinds: ['distributed-cache'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    nowhere: { text: 'A miss in {name} has nowhere to go.' },
    only: { severity: 'suggestion', text: 'Is {name} the only place of its data? The diagram does not say what happens on a miss.' },
  },
  docs: {
    what: 'Somebody reads the cache, and the diagram draws no store behind it.',
    why: 'Entries are evicted, expire, or vanish with a restart. Then somebody must have the original.',
    fix: 'Let the readers, or the cache itself, fall back on the store.',
    silentWhen: ['The content is declared worthless or short-lived.', 'It holds counters, presence or messages.', 'It is the source of truth: another rule speaks.', 'Readers fail open or closed without it.', 'Losing what is read is acceptable, and it is no copy.'],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'What happens on a miss?',
  },
  examples: {
    bad: 'service api\ndistributed-cache cache { onCacheFailure: datastore }\napi -> cache { interaction: request, access: read }',
    good: 'service api\ndistributed-cache cache { onCacheFailure: datastore }\ncore-database db\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }',
  },
  check(component, { graph }) {
    const reading = readingEdges(graph, component).filter(({ from }) => isCompute(from));
    if (reading.length === 0) return undefined;
    const { ephemeralData, useCase, isSourceOfTruth, onCacheFailure } = component.properties;
    if (ephemeralData === true || ownUses.has(useCase ?? '') || isSourceOfTruth === true || onCacheFailure === 'fail-open' || onCacheFailure === 'fail-closed') return pass;
    if (!isCopy(component) && reading.every((edge) => isLossTolerant(graph, edge) === true)) return pass;
    if (hasSourceBehind(graph, component)) return pass;
    const details = {
      data: { name: component.name },
      related: reading.map(({ from }) => ({ id: from.id, role: 'reader' })),
      witness: reading.slice(0, 1).flatMap(({ from, id }) => [from.id, id, component.id]),
    };
    if (ephemeralData === false || onCacheFailure === 'datastore') return fail('nowhere', details);
    return isCopy(component) ? fail('nowhere', { ...details, severity: 'warning' }) : fail('only', details);
  },
  fixes: ({ primary, related }, { diagram }): readonly Fix[] => {
    const reader = related[0]?.id;
    if (reader === undefined) return [];
    return choices(diagram, ['core-database']).map((database) =>
      fix(`Read ${database.name} on a miss`, 'suggest', (now, freshId) => addConnection(now, freshId(), reader, database.id, 'request', { access: 'read', cacheMissOf: primary })),
    );
  },
});
