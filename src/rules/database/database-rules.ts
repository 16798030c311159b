import type { Rule } from '../rule.ts';
import { blobInDatabase } from './blob-in-database.ts';
import { conflictingWritesUnresolved } from './conflicting-writes-unresolved.ts';
import { connectionExhaustion } from './connection-exhaustion.ts';
import { crossPartitionTransaction } from './cross-partition-transaction.ts';
import { crossStoreTransaction } from './cross-store-transaction.ts';
import { dualWriteToBroker } from './dual-write-to-broker.ts';
import { eventualConsistencyForTransactionalData } from './eventual-consistency-for-transactional-data.ts';
import { fullTextSearchOnPrimary } from './full-text-search-on-primary.ts';
import { hotPartition } from './hot-partition.ts';
import { itemTooLarge } from './item-too-large.ts';
import { missingIndex } from './missing-index.ts';
import { monotonicShardKey } from './monotonic-shard-key.ts';
import { noBackup } from './no-backup.ts';
import { noRedundancy } from './no-redundancy.ts';
import { quorumNotOverlapping } from './quorum-not-overlapping.ts';
import { shardingWithoutKey } from './sharding-without-key.ts';
import { sharedWriteOwnership } from './shared-write-ownership.ts';
import { staleReplicaRead } from './stale-replica-read.ts';

/** The rules about databases. */
export const databaseRules: readonly Rule[] = [
  noRedundancy,
  noBackup,
  blobInDatabase,
  fullTextSearchOnPrimary,
  shardingWithoutKey,
  monotonicShardKey,
  hotPartition,
  eventualConsistencyForTransactionalData,
  staleReplicaRead,
  quorumNotOverlapping,
  conflictingWritesUnresolved,
  crossStoreTransaction,
  crossPartitionTransaction,
  dualWriteToBroker,
  sharedWriteOwnership,
  connectionExhaustion,
  missingIndex,
  itemTooLarge,
];
