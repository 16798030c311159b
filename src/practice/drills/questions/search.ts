import { type Question, right, wrong } from './question.ts';

/** Words in text, and the index that knows them. */
export const searchQuestions: readonly Question[] = [
  {
    id: 'like-or-search',
    topics: ['search'],
    asks: 'Users search for words in titles. What answers them?',
    sketch: `service api
?`,
    open: 'core-database db { indexes: [{ fields: [id], type: b-tree }] }\napi -> db { access: read-write }',
    rules: ['database/full-text-search-on-primary'],
    options: [
      wrong('LIKE over the table', 'core-database db { indexes: [{ fields: [id], type: b-tree }] }\napi -> db { access: read, queryPattern: full-text }'),
      right('A search database that the table feeds', 'core-database db { indexes: [{ fields: [id], type: b-tree }] }\nsearch-database index { reindexStrategy: alias-swap, replicasPerShard: 1 }\nstream changes\nworker indexer\napi -> db { access: write }\ndb -> changes -> indexer\nindexer -> index { access: write }\napi -> index { access: read, queryPattern: full-text }', 'An inverted index finds words without reading all rows, and ranks what it finds.'),
      right('An inverted index in the database, for five searches a second', 'core-database db { indexes: [{ fields: [title], type: inverted }] }\napi -> db { access: read, queryPattern: full-text, peakRps: 5 }', 'For little traffic one store less is the better design.'),
    ],
  },
  {
    id: 'feed-an-index',
    topics: ['search', 'consistency'],
    asks: 'Products are stored in the database and searched in the index. How do they get there?',
    sketch: `entity product "Product" {}
client web
service shop
core-database db
search-database index { reindexStrategy: alias-swap }
web -> shop
shop -> db { access: write, dataFlows: [product] }
?`,
    rules: ['search/dual-write'],
    options: [
      wrong('The shop writes both', 'shop -> index { access: write, dataFlows: [product] }'),
      right('The changes of the database are streamed to an indexer', 'stream changes\nworker indexer\ndb -> changes -> indexer\nindexer -> index { access: write, dataFlows: [product] }', 'What is in the database arrives, even if the index was down for an hour.'),
    ],
  },
  {
    id: 'search-what-was-just-written',
    topics: ['search', 'consistency'],
    asks: 'An index shows writes a second later. What may the feed expect of it?',
    sketch: `service feed
worker indexer
search-database index
indexer -> index { access: write }
feed -> index { access: read, ? }`,
    rules: ['search/read-after-write-expected'],
    options: [
      wrong('That users find at once what they have written', 'consistencyRequirement: read-your-writes'),
      right('That results come in time', 'consistencyRequirement: eventual', 'Show the own new post from the database, and the rest from the index.'),
    ],
  },
  {
    id: 'rebuild-an-index',
    topics: ['search'],
    asks: 'The mapping changes, and all documents are indexed anew. How do users go on searching?',
    sketch: `service shop
stream changes { retentionSeconds: 604800 }
worker indexer
search-database index { ? }
shop -> changes -> indexer
indexer -> index { access: write }`,
    rules: ['search/no-reindex-path'],
    options: [
      wrong('There is no plan for that', 'reindexStrategy: none'),
      right('A new index is filled beside the old one, then the alias moves', 'reindexStrategy: alias-swap', 'The old one answers until the new one is ready, and you can go back.'),
    ],
  },
  {
    id: 'only-copy-in-the-index',
    topics: ['search', 'durability'],
    asks: 'May the search index be the only place that has the products?',
    sketch: `service shop
?`,
    open: 'search-database index\nshop -> index { access: read-write }',
    rules: ['search/source-of-truth'],
    options: [
      wrong('Yes, it stores documents', 'search-database index { isSourceOfTruth: true }\nshop -> index { access: read-write }'),
      right('No: a database has them, the index is built from it', 'core-database db\nsearch-database index { isSourceOfTruth: false, reindexStrategy: alias-swap }\nstream changes\nworker indexer\nshop -> db { access: write }\ndb -> changes -> indexer\nindexer -> index { access: write }\nshop -> index { access: read }', 'An index may be thrown away and built again; a product may not.'),
    ],
  },
];
