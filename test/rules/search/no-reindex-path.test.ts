import { searchNoReindexPath } from '#rules/search/no-reindex-path.ts';
import { testRule } from '../../support/test-rule.ts';

const feed = (index: string, stream = 'retentionSeconds: 604800', more = ''): string =>
  `service shop\nstream changes { ${stream} }\nworker indexer\nsearch-database index "Index" { ${index} }\nshop -> changes -> indexer\nindexer -> index { access: write }\n${more}`;
const rebuilder = (read: string, write: string, more = ''): string => `worker full\ncore-database db\nfull -> db { ${read} }\nfull -> index { ${write} }\n${more}`;

testRule(searchNoReindexPath, {
  fires: [
    { when: 'an indexer reads a stream of a week', sketch: feed(''), primary: 'index', severity: 'suggestion', message: 'How is Index rebuilt after a mapping change or data loss?', related: ['changes'], fixes: ['Rebuild into a new index and switch the alias'] },
    { when: 'it is declared that nothing rebuilds it', sketch: feed('reindexStrategy: none') },
    { when: 'the index consumes the stream itself', sketch: 'service shop\nstream changes { retentionSeconds: 3600 }\nsearch-database index\nshop -> changes -> index' },
    { when: 'compacted records expire too', sketch: feed('', 'retentionSeconds: 604800, cleanupPolicy: compact-delete') },
    { when: 'one of two streams forgets', sketch: feed('', 'retentionSeconds: unlimited', 'stream other { retentionSeconds: 60 }\nshop -> other -> index'), related: ['other'] },
    { when: 'the indexer itself reads a database', sketch: feed('', undefined, 'core-database db\nindexer -> db { access: read }') },
    { when: 'another consumer reads a database', sketch: feed('', undefined, rebuilder('access: read', 'access: write', 'changes -> full')) },
    { when: 'somebody else only writes the database', sketch: feed('', undefined, rebuilder('access: write', 'access: write')) },
    { when: 'somebody else only reads the index', sketch: feed('', undefined, rebuilder('access: read', 'access: read')) },
    { when: 'somebody else reads a cache', sketch: feed('', undefined, 'worker full\ndistributed-cache c\nfull -> c { interaction: request, access: read }\nfull -> index { access: write }') },
  ],
  silent: [
    { when: 'the alias is switched', sketch: feed('reindexStrategy: alias-swap') },
    { when: 'it is rebuilt in place', sketch: feed('reindexStrategy: in-place') },
    { when: 'the stream forgets nothing', sketch: feed('', 'retentionSeconds: unlimited') },
    { when: 'the stream keeps the latest of each key', sketch: feed('', 'retentionSeconds: 604800, cleanupPolicy: compact') },
    { when: 'the stream has an archive', sketch: feed('', 'retentionSeconds: 604800, archive: old', 'blob-storage old\nshop -> old { interaction: request }') },
    { when: 'a job reads everything anew', sketch: feed('', undefined, rebuilder('access: read', 'access: write')) },
    { when: 'a job reads blob storage anew', sketch: feed('', undefined, 'scheduled-job full\nblob-storage b\nfull -> b { interaction: request, access: read }\nfull -> index { access: read-write }') },
    { when: 'a queue feeds it', sketch: 'service shop\nqueue q { retentionSeconds: 60 }\nsearch-database index\nshop -> q -> index' },
    { when: 'the consumer only reads it', sketch: 'service shop\nstream s { retentionSeconds: 60 }\nworker w\nsearch-database index\nshop -> s -> w\nw -> index { access: read }' },
  ],
  notStated: [
    { when: 'the retention is open', sketch: feed('', ''), fields: ['retentionSeconds'] },
    { when: 'the retention is open, and the alias is switched', sketch: feed('reindexStrategy: alias-swap', ''), fields: [] },
  ],
});
