import { searchReadAfterWriteExpected } from '#rules/search/read-after-write-expected.ts';
import { testRule } from '../../support/test-rule.ts';

const feed = (read: string, index = ''): string =>
  `entity post "Posts" { consistencyNeed: read-your-writes }\nentity rank "Ranks" { consistencyNeed: strong }\nentity like "Likes" { consistencyNeed: eventual }\nservice feed "Feed"\nsearch-database index "Index" { ${index} }\nfeed -> index as r { ${read} }`;

testRule(searchReadAfterWriteExpected, {
  fires: [
    { when: 'own posts must show', sketch: feed('access: read, consistencyRequirement: read-your-writes'), primary: 'r', severity: 'warning', message: 'Feed expects fresh results from Index, which shows writes only after the feed lag plus refresh (1000 ms).', related: ['feed', 'index'], fixes: [] },
    { when: 'everything must show', sketch: feed('access: read-write, consistencyRequirement: strong', 'refreshIntervalMs: 5000'), severity: 'warning', message: /\(5000 ms\)\.$/ },
    { when: 'the data must be fresh', sketch: feed('access: read, dataFlows: [like, post]'), severity: 'suggestion', message: 'May Feed see Posts in Index a few seconds late?' },
    { when: 'the data must be consistent', sketch: feed('access: read, dataFlows: [rank]'), severity: 'suggestion', message: /see Ranks in/ },
  ],
  silent: [
    { when: 'it may be late', sketch: feed('access: read, consistencyRequirement: eventual, dataFlows: [post]') },
    { when: 'it may be a little late', sketch: feed('access: read, consistencyRequirement: bounded-staleness, dataFlows: [post]') },
    { when: 'the data may be late', sketch: feed('access: read, dataFlows: [like]') },
    { when: 'nothing is said of freshness', sketch: feed('access: read') },
    { when: 'it only writes', sketch: feed('access: write, consistencyRequirement: strong') },
    { when: 'it reads a database', sketch: 'service feed\ncore-database db\nfeed -> db { access: read, consistencyRequirement: strong }' },
    { when: 'a stream brings it', sketch: 'stream s\nservice feed\nsearch-database index\nfeed -> s\ns -> index { access: read, consistencyRequirement: strong }' },
  ],
  notStated: [
    { when: 'the access is open', sketch: feed('consistencyRequirement: strong'), fields: ['access'] },
    { when: 'the access is open, and it would not matter', sketch: feed('consistencyRequirement: eventual'), fields: [] },
  ],
});
