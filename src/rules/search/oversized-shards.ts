import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

const gigabyte = 1e9;
const goodBytes = 30 * gigabyte;
const manyShards = 10;

/** The parts of an index are too large to move, or too small to be worth it. */
export const searchOversizedShards = componentRule({
  id: 'search/oversized-shards',
  kinds: ['search-database'],
  severity: 'suggestion',
  category: 'performance',
  reach: 'record',
  messages: {
    size: { text: 'About {size} per shard in {name}; 10–50 GB is the usual range.' },
    documents: { text: 'About {documents} M documents per shard in {name}; {most} M is the usual limit.' },
  },
  docs: {
    what: 'The stated size of an index, divided by its shards, is far from what a shard should hold.',
    why: 'A huge shard takes hours to move to another node after a failure. Many tiny ones waste memory, and each search asks them all.',
    fix: 'Choose the number of shards so that each holds 10 to 50 GB.',
    silentWhen: ['Neither the stored bytes nor the number of documents are stated.'],
    sources: ['Elastic documentation, size your shards.'],
    question: 'How much does one shard hold?',
  },
  options: {
    mostBytes: { default: 50 * gigabyte, help: 'A shard above this size is too large.' },
    mostDocuments: { default: 200_000_000, help: 'A shard with more documents is too large.' },
    leastBytes: { default: gigabyte, help: 'Where there are more than ten shards, one below this size is too small.' },
  },
  examples: {
    bad: 'service api\nsearch-database index { storageBytes: 2000000000000, shardCount: 5 }\napi -> index { access: read-write }',
    good: 'service api\nsearch-database index { storageBytes: 300000000000, shardCount: 10 }\napi -> index { access: read-write }',
  },
  check({ id, name, properties }, { option }) {
    const { storageBytes, documents, shardCount } = properties;
    const shards = shardCount ?? 1;
    const bytes = storageBytes === undefined ? undefined : storageBytes / shards;
    const each = (documents ?? 0) / shards;
    const isTooLarge = bytes !== undefined && bytes > option('mostBytes');
    const isTooSmall = bytes !== undefined && bytes < option('leastBytes') && shards > manyShards;
    const isTooFull = each > option('mostDocuments');
    const evidence = statedEvidence(id, { storageBytes, documents, shardCount });
    if (bytes !== undefined && (isTooLarge || isTooSmall)) return fail('size', { data: { name, size: sizeText(bytes) }, witness: [id], evidence });
    return isTooFull ? fail('documents', { data: { name, documents: millions(each), most: millions(option('mostDocuments')) }, witness: [id], evidence }) : pass;
  },
  fixes: ({ primary }, { diagram, option }): readonly Fix[] => {
    const index = diagram.components.get(primary);
    const shards = goodCount(index, option('mostDocuments'));
    // So many documents in so few bytes: no number of shards is right for both.
    if (shards > manyShards && (index?.properties.storageBytes ?? Infinity) / shards < option('leastBytes')) return [];
    return [setFix(shards === 1 ? 'Use one shard' : `Use ${shards} shards`, 'suggest', primary, { shardCount: shards })];
  },
});

/** As many shards as the bytes want, and more where the documents do. */
const goodCount = (index: Component | undefined, mostDocuments: number): number =>
  Math.max(1, Math.ceil((index?.properties.storageBytes ?? 0) / goodBytes), Math.ceil((index?.properties.documents ?? 0) / mostDocuments));

/** In powers of ten, as the vendor's advice is given. */
const sizeText = (bytes: number): string => (bytes < gigabyte ? `${quantity(bytes / 1e6, undefined)} MB` : `${quantity(bytes / gigabyte, undefined)} GB`);

const millions = (count: number): string => quantity(count / 1e6, undefined);
