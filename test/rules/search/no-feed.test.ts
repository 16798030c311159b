import { noFeed } from '#rules/search/no-feed.ts';
import { testRule } from '../../support/test-rule.ts';

const search = (index: string, more = ''): string => `service api\nsearch-database index "Index" { ${index} }\napi -> index { access: read }\n${more}`;

testRule(noFeed, {
  fires: [
    { when: 'it is read only', sketch: search(''), severity: 'error', message: 'Nothing ever writes to Index.', fixes: [] },
    { when: 'a database could feed it', sketch: search('', 'core-database db "Orders"\napi -> db'), fixes: ['Feed it from Orders'] },
    { when: 'a feed is declared and not drawn', sketch: search('syncMethod: change-data-capture'), severity: 'suggestion', message: /^Which component feeds Index/ },
    { when: 'a cache loads from it', sketch: 'service api\ndistributed-cache c\nsearch-database index\napi -> c { interaction: request, access: read }\nc -> index { interaction: cache-load }', severity: 'error' },
  ],
  silent: [
    { when: 'a stream feeds it', sketch: search('', 'stream s\napi -> s -> index') },
    { when: 'an indexer writes to it', sketch: search('', 'worker w\nw -> index { access: write }') },
    { when: 'another index replicates to it', sketch: search('', 'search-database other\nother -> index') },
    { when: 'a connection does not say whether it writes', sketch: search('', 'worker w\nw -> index') },
    { when: 'nobody reads it', sketch: 'service api\nsearch-database index\napi -> index' },
  ],
});
