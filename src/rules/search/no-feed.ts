import { isRequest, reads, writes } from '#graph/access.ts';
import { choices, fix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { fedFrom } from './search-terms.ts';

/** A search index is read, and nothing fills it. */
export const noFeed = componentRule({
  id: 'search/no-feed',
  kinds: ['search-database'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    empty: { text: 'Nothing ever writes to {name}.' },
    declared: { severity: 'suggestion', text: 'Which component feeds {name}? Draw it.' },
  },
  docs: {
    what: 'Somebody searches the index, and no connection brings documents into it.',
    why: 'An index without a feed answers nothing, or what was true yesterday.',
    fix: 'Feed it from the truth: change data capture, a stream and an indexer.',
    silentWhen: ['Nobody reads it.', 'A connection to it does not say yet whether it writes.'],
    sources: ['elastic.co, documents and indices.'],
    question: 'How does a change get into the index?',
  },
  examples: {
    bad: 'client web\nservice api\nsearch-database index\nweb -> api\napi -> index { access: read }',
    good: 'client web\nservice api\nsearch-database index\nstream changes\nweb -> api\napi -> index { access: read }\napi -> changes -> index',
  },
  check({ id, name, properties }, { graph }) {
    const into = graph.into(id);
    const readers = into.filter((edge) => (isRequest(edge) && reads(edge) === true) || edge.interaction === 'cache-load');
    if (readers.length === 0) return undefined;
    const isFed = into.some((edge) => edge.interaction === 'consume' || edge.interaction === 'replicate' || (isRequest(edge) && writes(edge) !== false));
    if (isFed) return pass;
    const details = { data: { name }, related: readers.map(({ from }) => ({ id: from.id, role: 'reader' })), witness: readers.slice(0, 1).flatMap((edge) => [edge.from.id, edge.id, id]) };
    return properties.syncMethod === undefined ? fail('empty', details) : fail('declared', details);
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] =>
    choices(diagram, ['core-database']).map((database) => fix(`Feed it from ${database.name}`, 'suggest', (now, freshId) => fedFrom(now, freshId, database.id, primary))),
});
