import { bypassed } from './api-gateway/bypassed.ts';
import { downloadWithoutCdn } from './blob-storage/download-without-cdn.ts';
import { invalidPartLayout } from './blob-storage/invalid-part-layout.ts';
import { largeUploadWithoutChunking } from './blob-storage/large-upload-without-chunking.ts';
import { missingMetadataStore } from './blob-storage/missing-metadata-store.ts';
import { noLifecyclePolicy } from './blob-storage/no-lifecycle-policy.ts';
import { publicSensitiveData } from './blob-storage/public-sensitive-data.ts';
import { unauthenticatedClientWrite } from './blob-storage/unauthenticated-client-write.ts';
import { unconfirmedUpload } from './blob-storage/unconfirmed-upload.ts';
import { uploadProxiedThroughService } from './blob-storage/upload-proxied-through-service.ts';
import { weakRedundancy } from './blob-storage/weak-redundancy.ts';
import { hotKey } from './cache/hot-key.ts';
import { neverRead } from './cache/never-read.ts';
import { noEvictionPolicy } from './cache/no-eviction-policy.ts';
import { noFallbackDatastore } from './cache/no-fallback-datastore.ts';
import { noInvalidationStrategy } from './cache/no-invalidation-strategy.ts';
import { singleNodeCritical } from './cache/single-node-critical.ts';
import { stampedeRisk } from './cache/stampede-risk.ts';
import { strongDataFromCache } from './cache/strong-data-from-cache.ts';
import { ttlWithoutJitter } from './cache/ttl-without-jitter.ts';
import { usedAsPrimaryStore } from './cache/used-as-primary-store.ts';
import { workingSetExceedsMemory } from './cache/working-set-exceeds-memory.ts';
import { writeAroundServesStale } from './cache/write-around-serves-stale.ts';
import { writeBackWithoutDurability } from './cache/write-back-without-durability.ts';
import { writeThroughWithoutStore } from './cache/write-through-without-store.ts';
import { incompleteCacheKey } from './cdn/incomplete-cache-key.ts';
import { missingForGlobalStaticContent } from './cdn/missing-for-global-static-content.ts';
import { noInvalidation } from './cdn/no-invalidation.ts';
import { noOrigin } from './cdn/no-origin.ts';
import { originBypassed } from './cdn/origin-bypassed.ts';
import { personalizedContentShared } from './cdn/personalized-content-shared.ts';
import { ttlExceedsChangeInterval } from './cdn/ttl-exceeds-change-interval.ts';
import { unprotectedOrigin } from './cdn/unprotected-origin.ts';
import { directDatastoreAccess } from './client/direct-datastore-access.ts';
import { publishesToBroker } from './client/publishes-to-broker.ts';
import { blobInDatabase } from './database/blob-in-database.ts';
import { conflictingWritesUnresolved } from './database/conflicting-writes-unresolved.ts';
import { connectionExhaustion } from './database/connection-exhaustion.ts';
import { crossPartitionTransaction } from './database/cross-partition-transaction.ts';
import { crossStoreTransaction } from './database/cross-store-transaction.ts';
import { dualWriteToBroker } from './database/dual-write-to-broker.ts';
import { eventualConsistencyForTransactionalData } from './database/eventual-consistency-for-transactional-data.ts';
import { fullTextSearchOnPrimary } from './database/full-text-search-on-primary.ts';
import { hotPartition } from './database/hot-partition.ts';
import { itemTooLarge } from './database/item-too-large.ts';
import { missingIndex } from './database/missing-index.ts';
import { monotonicShardKey } from './database/monotonic-shard-key.ts';
import { noBackup } from './database/no-backup.ts';
import { noRedundancy } from './database/no-redundancy.ts';
import { quorumNotOverlapping } from './database/quorum-not-overlapping.ts';
import { shardingWithoutKey } from './database/sharding-without-key.ts';
import { sharedWriteOwnership } from './database/shared-write-ownership.ts';
import { staleReplicaRead } from './database/stale-replica-read.ts';
import { grpcOnL4 } from './load-balancer/grpc-on-l4.ts';
import { idleTimeoutShorterThanHeartbeat } from './load-balancer/idle-timeout-shorter-than-heartbeat.ts';
import { l4WithContentRouting } from './load-balancer/l4-with-content-routing.ts';
import { missingForScaledService } from './load-balancer/missing-for-scaled-service.ts';
import { noConnectionDraining } from './load-balancer/no-connection-draining.ts';
import { noHealthCheck } from './load-balancer/no-health-check.ts';
import { noTarget } from './load-balancer/no-target.ts';
import { singleLoadBalancer } from './load-balancer/single-instance.ts';
import { singleTarget } from './load-balancer/single-target.ts';
import { statefulTargetWithoutStickiness } from './load-balancer/stateful-target-without-stickiness.ts';
import { stickySessionsWithAutoscaling } from './load-balancer/sticky-sessions-with-autoscaling.ts';
import { unneededStickySessions } from './load-balancer/unneeded-sticky-sessions.ts';
import { websocketOnL7 } from './load-balancer/websocket-on-l7.ts';
import { missingFencingToken } from './lock/missing-fencing-token.ts';
import { noExpiry } from './lock/no-expiry.ts';
import { danglingConnection } from './model/dangling-connection.ts';
import { duplicateName } from './model/duplicate-name.ts';
import { incompleteConnection } from './model/incomplete-connection.ts';
import { invalidConnection } from './model/invalid-connection.ts';
import { noEntryPoint } from './model/no-entry-point.ts';
import { orphanComponent } from './model/orphan-component.ts';
import { reversedMessageFlow } from './model/reversed-message-flow.ts';
import { suppressionWithoutReason } from './model/suppression-without-reason.ts';
import { undeclaredKeyPropertiesRule } from './model/undeclared-key-properties.ts';
import { unreachableComponent } from './model/unreachable-component.ts';
import { unusedSuppression } from './model/unused-suppression.ts';
import { fanOutNeedsStream } from './queue/fan-out-needs-stream.ts';
import { missingDeadLetterQueue } from './queue/missing-dead-letter-queue.ts';
import { noConsumer } from './queue/no-consumer.ts';
import { missingDatabaseRationale } from './rationale/missing-database-rationale.ts';
import { sqlVsNosqlComparison } from './rationale/sql-vs-nosql-comparison.ts';
import type { Rule } from './rule.ts';
import { searchDualWrite } from './search/dual-write.ts';
import { noFeed } from './search/no-feed.ts';
import { searchNoReindexPath } from './search/no-reindex-path.ts';
import { searchNoReplicas } from './search/no-replicas.ts';
import { searchOversizedShards } from './search/oversized-shards.ts';
import { searchReadAfterWriteExpected } from './search/read-after-write-expected.ts';
import { searchSourceOfTruth } from './search/source-of-truth.ts';
import { noReplication } from './stream/no-replication.ts';
import { singlePointOfFailure } from './topology/single-point-of-failure.ts';

/** Every rule that judges a diagram, by group. To add one: write its file, then its line here. */
const judging: readonly Rule[] = [
  danglingConnection,
  invalidConnection,
  reversedMessageFlow,
  incompleteConnection,
  undeclaredKeyPropertiesRule,
  orphanComponent,
  unreachableComponent,
  noEntryPoint,
  duplicateName,
  suppressionWithoutReason,
  sqlVsNosqlComparison,
  missingDatabaseRationale,
  directDatastoreAccess,
  publishesToBroker,
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
  uploadProxiedThroughService,
  largeUploadWithoutChunking,
  invalidPartLayout,
  downloadWithoutCdn,
  unauthenticatedClientWrite,
  publicSensitiveData,
  missingMetadataStore,
  unconfirmedUpload,
  noLifecyclePolicy,
  weakRedundancy,
  noFeed,
  searchSourceOfTruth,
  searchDualWrite,
  searchReadAfterWriteExpected,
  searchNoReplicas,
  searchNoReindexPath,
  searchOversizedShards,
  bypassed,
  websocketOnL7,
  idleTimeoutShorterThanHeartbeat,
  l4WithContentRouting,
  grpcOnL4,
  noTarget,
  singleTarget,
  missingForScaledService,
  stickySessionsWithAutoscaling,
  unneededStickySessions,
  statefulTargetWithoutStickiness,
  noHealthCheck,
  singleLoadBalancer,
  noConnectionDraining,
  missingDeadLetterQueue,
  noConsumer,
  fanOutNeedsStream,
  noReplication,
  noExpiry,
  missingFencingToken,
  writeBackWithoutDurability,
  noEvictionPolicy,
  noInvalidationStrategy,
  writeAroundServesStale,
  writeThroughWithoutStore,
  noFallbackDatastore,
  usedAsPrimaryStore,
  stampedeRisk,
  ttlWithoutJitter,
  strongDataFromCache,
  workingSetExceedsMemory,
  hotKey,
  neverRead,
  singleNodeCritical,
  noOrigin,
  personalizedContentShared,
  incompleteCacheKey,
  originBypassed,
  noInvalidation,
  ttlExceedsChangeInterval,
  missingForGlobalStaticContent,
  unprotectedOrigin,
  singlePointOfFailure,
];

/** All rules; the last one looks at what the others have found. */
export const rules: readonly Rule[] = [...judging, unusedSuppression(judging)];
