import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { indexedField } from '../record-values.ts';
import { sources } from '../sources.ts';

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
    indexedFields: { type: 'list', item: indexedField, label: 'Indexed fields', help: 'The fields that people search or filter by.', group: 'data' },
    invertedIndex: { type: 'boolean', label: 'Inverted index', help: 'It keeps, for each word, the documents that hold it.', group: 'data', typical: true },
    tokenizer: { type: 'enum', options: ['standard', 'whitespace', 'ngram', 'edge-ngram', 'language', 'keyword'], label: 'Tokenizer', help: 'How text is cut into words. Queries must be cut the same way.', group: 'behaviour', key: true, typical: 'standard' },
    stemming: { type: 'enum', options: ['none', 'light', 'language'], label: 'Stemming', help: 'Brings words down to their root, so that "running" finds "run".', group: 'behaviour', key: true, typical: 'language' },
    stopWords: { type: 'boolean', label: 'Stop words', help: 'The most common words are left out.', group: 'behaviour' },
    synonyms: { type: 'boolean', label: 'Synonyms', help: 'Chosen words count as the same.', group: 'behaviour' },
    fuzzySearch: { type: 'enum', options: ['off', 'edit-distance-1', 'edit-distance-2', 'auto'], label: 'Fuzzy search', help: 'How many typing errors are forgiven.', group: 'behaviour', key: true, typical: 'auto' },
    ranking: { type: 'enum', options: ['bm25', 'custom', 'vector', 'hybrid'], label: 'Ranking', help: 'What puts one hit above another.', group: 'behaviour', typical: 'bm25' },
    shardCount: { type: 'integer', min: 1, label: 'Shards', help: 'Into how many parts the index is split. Usually fixed once it is made.', group: 'data', key: true, typical: 3 },
    replicasPerShard: { type: 'integer', min: 0, label: 'Replicas per shard', help: 'Copies of each shard besides the first: they outlive a failure and share the reads.', group: 'redundancy', key: true, typical: 1 },
    refreshIntervalMs: { type: 'number', min: 0, unit: 'ms', label: 'Refresh interval', help: 'How long a write stays invisible to searches.', group: 'consistency', key: true, typical: 1000 },
    isSourceOfTruth: { type: 'boolean', label: 'Is the source of truth', help: 'Choose yes if no other store could rebuild it.', group: 'consistency', key: true, typical: false },
    syncMethod: { type: 'enum', options: ['change-data-capture', 'stream', 'outbox', 'batch', 'dual-write'], label: 'Fed by', help: 'How changes get here from the store that has the truth.', group: 'consistency', typical: 'change-data-capture' },
    reindexStrategy: { type: 'enum', options: ['none', 'in-place', 'alias-swap'], label: 'Rebuild', help: 'How you build it anew after a change of fields, or a loss.', group: 'operations', typical: 'alias-swap' },
    documents: { type: 'number', min: 0, label: 'Documents', help: 'How many documents it holds.', group: 'capacity' },
    storageBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Stored now', help: 'How much it holds today.', group: 'capacity' },
    pagination: { type: 'enum', options: ['offset', 'cursor'], label: 'Pagination', help: 'How further pages are asked for. Deep pages by offset are slow.', group: 'behaviour', typical: 'cursor' },
    perInstanceReadRps: { type: 'number', min: 0, unit: 'req/s', label: 'Reads per instance', help: 'Searches per second that one node sustains.', group: 'capacity', typical: 1000 },
    perInstanceWriteRps: { type: 'number', min: 0, unit: 'req/s', label: 'Writes per instance', help: 'Documents per second that one node takes in.', group: 'capacity', typical: 2000 },
  }),
  detail: ['technology', 'shardCount', 'replicasPerShard', 'fuzzySearch'],
  caveats: [
    { text: "An inverted index knows which documents hold a word. LIKE '%x%' on a table reads every row instead." },
    { text: 'Queries must pass the same tokenizer and stemmer as the documents, or the words do not meet.' },
    { text: 'Stemming finds more and sorts out less: university meets universe. Exact matches want a field without it.' },
    { text: 'Fuzzy search counts edits. Two edits on a short word match almost anything, and cost time.' },
    { text: 'A write shows up after the next refresh, one second by default in Elasticsearch. You do not read your own writes.', source: sources.elasticRefresh },
    { text: 'Treat it as a view that is fed from the truth and can be rebuilt. Plan how.' },
    { text: 'Primary shards are typically fixed when an index is made. The vendor advises 10 to 50 GB for each.', source: sources.elasticShards },
    { text: 'Page 1,000 by offset makes every shard gather all the pages before it. Use a cursor.' },
  ],
  products: [
    { name: 'Elasticsearch', aliases: ['elastic', 'elk'], facts: ['Refreshes every second while an index is being searched.', '10 to 50 GB for each shard.', 'Typically one shard with one copy, and no more than 10,000 hits by offset, unless you say otherwise.'] },
    { name: 'OpenSearch', facts: ['Began as Elasticsearch 7 and works alike.'] },
    { name: 'Apache Solr', aliases: ['solr'], facts: ['Shards and copies, kept together by ZooKeeper.'] },
    { name: 'Algolia', aliases: ['typesense', 'meilisearch'], facts: ['Hosted, in memory, and forgives typos out of the box. Typesense and Meilisearch are alike.', 'Keys that can only search may be given to clients.'] },
    { name: 'PostgreSQL full-text', aliases: ['postgres full text'], facts: ['Fine while the data is small, and one moving part less.'] },
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
  searchWords: ['search optimized database', 'full text', 'inverted index', 'index'],
});
