import { isStated } from '#catalog/key-properties.ts';
import { optionPhrase } from '#catalog/wording.ts';
import type { Edge } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { unstated } from '../unstated.ts';
import { servingEdges } from './cdn-terms.ts';

/** Different questions to an API share one entry of the cache. */
export const incompleteCacheKey = componentRule({
  id: 'cdn/incomplete-cache-key',
  kinds: ['cdn'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: { incomplete: { text: 'Answers of {name} depend on {what}, and its cache key leaves out the query.' } },
  docs: {
    what: 'A CDN keeps API answers that depend on the query, and its cache key has no query.',
    why: 'The second question gets the answer to the first.',
    fix: 'Add the query to the cache key.',
    silentWhen: ['The cache key is not stated.', 'The cache key contains the query.', 'It delivers no API answers, or none that depend on the query and may be kept.'],
    sources: ['AWS, CloudFront cache keys.'],
    question: 'What must two requests have in common to get the same answer?',
  },
  examples: {
    bad: 'client web\ncdn edge { contentTypes: [api-responses], cacheKey: [path] }\nservice search\nweb -> edge { access: read, cacheable: true, queryPattern: full-text }\nedge -> search',
    good: 'client web\ncdn edge { contentTypes: [api-responses], cacheKey: [path, query] }\nservice search\nweb -> edge { access: read, cacheable: true, queryPattern: full-text }\nedge -> search',
  },
  check(cdn, { graph }) {
    const { id, name, properties } = cdn;
    const contentTypes = isStated(properties.contentTypes) ? properties.contentTypes : undefined;
    const cacheKey = isStated(properties.cacheKey) ? properties.cacheKey : undefined;
    const asking = servingEdges(graph, cdn).filter(({ connection }) => connection.properties.cacheable === true).filter((edge) => dependsOn(edge) !== undefined);
    const [first] = asking;
    if (!first) return undefined;
    if (cacheKey?.includes('query') || contentTypes?.includes('api-responses') === false) return pass;
    if (!cacheKey || !contentTypes) return notStated(id, ...unstated({ contentTypes, cacheKey }));
    return fail('incomplete', {
      data: { name, what: dependsOn(first) ?? '' },
      related: asking.map((edge) => ({ id: edge.id, role: 'query' })),
      witness: [first.from.id, first.id, first.to.id],
      evidence: [{ record: id, property: 'cacheKey', value: cacheKey }],
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => [
    setFix('Add the query to the cache key', 'suggest', primary, { cacheKey: [...(diagram.components.get(primary)?.properties.cacheKey ?? []), 'query'] }),
  ],
});

/** What the answers of a connection depend on besides the address, in words; undefined where nothing says so. */
function dependsOn({ connection: { properties } }: Edge): string | undefined {
  const { filterFields = [], queryPattern } = properties;
  if (filterFields.length > 0) return listed(filterFields);
  return queryPattern === undefined || queryPattern === 'key-lookup' ? undefined : `a ${optionPhrase(queryPattern)} query`;
}
