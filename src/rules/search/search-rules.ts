import type { Rule } from '../rule.ts';
import { searchDualWrite } from './dual-write.ts';
import { noFeed } from './no-feed.ts';
import { searchNoReindexPath } from './no-reindex-path.ts';
import { searchNoReplicas } from './no-replicas.ts';
import { searchOversizedShards } from './oversized-shards.ts';
import { searchReadAfterWriteExpected } from './read-after-write-expected.ts';
import { searchSourceOfTruth } from './source-of-truth.ts';

/** The rules about search databases. */
export const searchRules: readonly Rule[] = [
  noFeed,
  searchSourceOfTruth,
  searchDualWrite,
  searchReadAfterWriteExpected,
  searchNoReplicas,
  searchNoReindexPath,
  searchOversizedShards,
];
