import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { indexedField } from '../record-values.ts';

export const searchDatabase = defineKind({
  id: 'search-database',
  label: 'Search database',
  family: 'database',
  summary: 'Finds documents by their words, quickly, from a copy that is fed from the truth.',
  silhouette: 'index-cylinder',
  traits: ['store'],
  section: 'building-block',
  entries: [
    {
      id: 'search-database',
      label: 'Search database',
      shortcut: '3',
      glyph: ['M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z', 'M15.3 15.3 20 20', 'M8 10.5h5'],
    },
  ],
  properties: properties({
    ...common,
    indexedFields: { type: 'list', item: indexedField, label: 'Indexed fields', help: 'What can be searched or filtered.', group: 'data' },
    invertedIndex: { type: 'boolean', label: 'Inverted index', help: 'Maps each term to the documents that contain it.', group: 'data', typical: true },
    tokenizer: { type: 'enum', options: ['standard', 'whitespace', 'ngram', 'edge-ngram', 'language', 'keyword'], label: 'Tokenizer', help: 'How text is cut into terms.', group: 'data', key: true, typical: 'standard' },
    stemming: { type: 'enum', options: ['none', 'light', 'language'], label: 'Stemming', help: 'Reduce words to their root.', group: 'data', key: true, typical: 'language' },
    stopWords: { type: 'boolean', label: 'Stop words', help: 'Very common words are dropped.', group: 'data' },
    synonyms: { type: 'boolean', label: 'Synonyms', help: 'Some words count as equal.', group: 'data' },
    fuzzySearch: { type: 'enum', options: ['off', 'edit-distance-1', 'edit-distance-2', 'auto'], label: 'Fuzzy search', help: 'Tolerate spelling differences.', group: 'data', key: true, typical: 'auto' },
    ranking: { type: 'enum', options: ['bm25', 'custom', 'vector', 'hybrid'], label: 'Ranking', help: 'How hits are ordered.', group: 'data', typical: 'bm25' },
    shardCount: { type: 'integer', min: 1, label: 'Shard count', help: 'Primary shards of the index.', group: 'data', key: true, typical: 3 },
    replicasPerShard: { type: 'integer', min: 0, label: 'Replicas per shard', help: 'Copies of each shard (availability, read scale).', group: 'redundancy', key: true, typical: 1 },
    refreshIntervalMs: { type: 'number', min: 0, unit: 'ms', label: 'Refresh interval', help: 'How long until a write becomes searchable.', group: 'data', key: true, typical: 1000 },
    isSourceOfTruth: { type: 'boolean', label: 'Is the source of truth', help: 'Is the only copy of the data here?', group: 'consistency', key: true, typical: false },
    syncMethod: { type: 'enum', options: ['change-data-capture', 'stream', 'outbox', 'batch', 'dual-write'], label: 'Sync method', help: 'How the index follows the primary store.', group: 'data', typical: 'change-data-capture' },
    reindexStrategy: { type: 'enum', options: ['none', 'in-place', 'alias-swap'], label: 'Reindex strategy', help: 'How to rebuild after a mapping change or loss.', group: 'data', typical: 'alias-swap' },
    documents: { type: 'number', min: 0, label: 'Documents', help: 'Documents in the index.', group: 'capacity' },
    storageBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Storage size', help: 'Size now.', group: 'capacity' },
    pagination: { type: 'enum', options: ['offset', 'cursor'], label: 'Pagination', help: 'Deep offset paging is expensive.', group: 'data', typical: 'cursor' },
    perInstanceReadRps: { type: 'number', min: 0, unit: 'req/s', label: 'Reads per instance', help: 'Reads per second that one server sustains.', group: 'capacity', typical: 1000 },
    perInstanceWriteRps: { type: 'number', min: 0, unit: 'req/s', label: 'Writes per instance', help: 'Writes per second that one server sustains.', group: 'capacity', typical: 2000 },
  }),
  detail: ['technology', 'shardCount', 'replicasPerShard', 'fuzzySearch'],
  caveats: [
    { text: "An inverted index answers which documents hold a word. That is why LIKE '%x%' on a table does not compare." },
    { text: 'Queries must pass the same tokenizer and stemmer as the documents, or the words do not meet.' },
    { text: 'Stemming finds more and sorts out less: university meets universe. Keep an unstemmed field for exact matches.' },
    { text: 'Fuzzy search counts edits. Two edits on a short word match almost anything, and cost time.' },
    { text: 'A write shows up after the next refresh, one second by default in Elasticsearch: you do not read your own writes.', source: 'elastic.co, near real-time search' },
    { text: 'Treat it as a view that can be rebuilt, and plan how to rebuild it.' },
    { text: "The number of primary shards is fixed when an index is made. 10 to 50 GB for each shard is the vendor's advice.", source: 'elastic.co, size your shards' },
    { text: 'Deep paging by offset collects all skipped hits on every shard. Use a cursor.' },
  ],
  products: [
    { name: 'Elasticsearch', aliases: ['elastic', 'elk'], facts: ['Refreshes every second while it is searched.'] },
    { name: 'OpenSearch' },
    { name: 'Apache Solr', aliases: ['solr'] },
    { name: 'Algolia', aliases: ['typesense', 'meilisearch'], facts: ['Tolerates typos out of the box; search-only keys may go to clients.'] },
    { name: 'PostgreSQL full-text', aliases: ['postgres full text'], facts: ['Fine at small scale: one moving part less.'] },
  ],
  presets: [
    {
      id: 'elasticsearch',
      title: 'Elasticsearch',
      technology: 'Elasticsearch',
      values: { invertedIndex: true, refreshIntervalMs: 1000, replicasPerShard: 1, ranking: 'bm25', perInstanceReadRps: 1000, perInstanceWriteRps: 2000 },
      estimates: ['perInstanceReadRps', 'perInstanceWriteRps'],
    },
  ],
  searchWords: ['search optimized database', 'full text', 'index', 'inverted index'],
});
