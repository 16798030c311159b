import { bypassed } from './api-gateway/bypassed.ts';
import { gatewayDatastoreAccess } from './api-gateway/direct-datastore-access.ts';
import { noAuthentication } from './api-gateway/no-authentication.ts';
import { noBackend } from './api-gateway/no-backend.ts';
import { noRateLimiting } from './api-gateway/no-rate-limiting.ts';
import { payloadTooLarge } from './api-gateway/payload-too-large.ts';
import { gatewaySingleInstance } from './api-gateway/single-instance.ts';
import { timeoutShorterThanBackend } from './api-gateway/timeout-shorter-than-backend.ts';
import { websocketUnsupported } from './api-gateway/websocket-unsupported.ts';
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
import { backlogExceedsDeadline } from './capacity/backlog-exceeds-deadline.ts';
import { cacheLossOverloadsStore } from './capacity/cache-loss-overloads-store.ts';
import { connectionCapacityExceeded } from './capacity/connection-capacity-exceeded.ts';
import { declaredRateMismatch } from './capacity/declared-rate-mismatch.ts';
import { highUtilization } from './capacity/high-utilization.ts';
import { partitionOverloaded } from './capacity/hot-partition.ts';
import { latencyBudgetExceeded } from './capacity/latency-budget-exceeded.ts';
import { lockContention } from './capacity/lock-contention.ts';
import { noHeadroomForFailure } from './capacity/no-headroom-for-failure.ts';
import { overloadedComponent } from './capacity/overloaded-component.ts';
import { queueDrainBelowArrival } from './capacity/queue-drain-below-arrival.ts';
import { storageExhausted } from './capacity/storage-exhausted.ts';
import { streamPartitionThroughput } from './capacity/stream-partition-throughput.ts';
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
import { burstyWritesWithoutBuffer } from './connection/bursty-writes-without-buffer.ts';
import { deepSynchronousChain } from './connection/deep-synchronous-chain.ts';
import { noTimeout } from './connection/no-timeout.ts';
import { retryAmplification } from './connection/retry-amplification.ts';
import { retryNonIdempotent } from './connection/retry-non-idempotent.ts';
import { retryWithoutBackoff } from './connection/retry-without-backoff.ts';
import { serverPushOverPlainHttp } from './connection/server-push-over-plain-http.ts';
import { slowWorkInRequestPath } from './connection/slow-work-in-request-path.ts';
import { sseConnectionLimit } from './connection/sse-connection-limit.ts';
import { timeoutInversion } from './connection/timeout-inversion.ts';
import { unboundedSyncFanOut } from './connection/unbounded-sync-fan-out.ts';
import { unencryptedAcrossBoundary } from './connection/unencrypted-across-boundary.ts';
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
import { noFailureIsolation } from './external/no-failure-isolation.ts';
import { noIdempotencyKey } from './external/no-idempotency-key.ts';
import { rateLimitExceeded } from './external/rate-limit-exceeded.ts';
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
import { asyncReplicatedLock } from './lock/async-replicated-lock.ts';
import { bypassedWriter } from './lock/bypassed-writer.ts';
import { coarseGranularity } from './lock/coarse-granularity.ts';
import { databaseLockHeldTooLong } from './lock/database-lock-held-too-long.ts';
import { deadlockRisk } from './lock/deadlock-risk.ts';
import { fencingTokenWithoutSource } from './lock/fencing-token-without-source.ts';
import { missingFencingToken } from './lock/missing-fencing-token.ts';
import { missingForContendedResource } from './lock/missing-for-contended-resource.ts';
import { noExpiry } from './lock/no-expiry.ts';
import { protectsNothing } from './lock/protects-nothing.ts';
import { redlockTooFewInstances } from './lock/redlock-too-few-instances.ts';
import { ttlShorterThanWork } from './lock/ttl-shorter-than-work.ts';
import { unsafeRelease } from './lock/unsafe-release.ts';
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
import { deadLetterQueueUnwatched } from './queue/dead-letter-queue-unwatched.ts';
import { deadLetterRetentionTooShort } from './queue/dead-letter-retention-too-short.ts';
import { deadLetterTypeMismatch } from './queue/dead-letter-type-mismatch.ts';
import { fanOutNeedsStream } from './queue/fan-out-needs-stream.ts';
import { fifoBrokenByParallelConsumers } from './queue/fifo-broken-by-parallel-consumers.ts';
import { fifoDeadLetterBreaksOrder } from './queue/fifo-dead-letter-breaks-order.ts';
import { fifoGroupWithoutKey } from './queue/fifo-group-without-key.ts';
import { globalFifoWithPartitions } from './queue/global-fifo-with-partitions.ts';
import { messageTooLarge } from './queue/message-too-large.ts';
import { missingDeadLetterQueue } from './queue/missing-dead-letter-queue.ts';
import { noBackpressure } from './queue/no-backpressure.ts';
import { noConsumer } from './queue/no-consumer.ts';
import { noProducer } from './queue/no-producer.ts';
import { noRetry } from './queue/no-retry.ts';
import { nonIdempotentConsumer } from './queue/non-idempotent-consumer.ts';
import { notDurable } from './queue/not-durable.ts';
import { replayExpected } from './queue/replay-expected.ts';
import { synchronousWait } from './queue/synchronous-wait.ts';
import { unlimitedRedelivery } from './queue/unlimited-redelivery.ts';
import { visibilityTimeoutTooShort } from './queue/visibility-timeout-too-short.ts';
import { genericDatabaseRationale } from './rationale/generic-database-rationale.ts';
import { infrastructureDesignDefault } from './rationale/infrastructure-design-default.ts';
import { missingDatabaseRationale } from './rationale/missing-database-rationale.ts';
import { productDesignDefault } from './rationale/product-design-default.ts';
import { sqlVsNosqlComparison } from './rationale/sql-vs-nosql-comparison.ts';
import type { Rule } from './rule.ts';
import { duplicateExecution } from './scheduled-job/duplicate-execution.ts';
import { overlappingRuns } from './scheduled-job/overlapping-runs.ts';
import { searchDualWrite } from './search/dual-write.ts';
import { noFeed } from './search/no-feed.ts';
import { searchNoReindexPath } from './search/no-reindex-path.ts';
import { searchNoReplicas } from './search/no-replicas.ts';
import { searchOversizedShards } from './search/oversized-shards.ts';
import { searchReadAfterWriteExpected } from './search/read-after-write-expected.ts';
import { searchSourceOfTruth } from './search/source-of-truth.ts';
import { pushWithoutRouting } from './service/push-without-routing.ts';
import { consumersExceedPartitions } from './stream/consumers-exceed-partitions.ts';
import { eventSourcingLosesHistory } from './stream/event-sourcing-loses-history.ts';
import { hotPartitionKey } from './stream/hot-partition-key.ts';
import { missingConsumerGroup } from './stream/missing-consumer-group.ts';
import { streamWithoutConsumer } from './stream/no-consumer.ts';
import { noPartitionKey } from './stream/no-partition-key.ts';
import { noReplication } from './stream/no-replication.ts';
import { poisonEventBlocksPartition } from './stream/poison-event-blocks-partition.ts';
import { retentionTooShort } from './stream/retention-too-short.ts';
import { simpleWorkQueue } from './stream/simple-work-queue.ts';
import { weakAcknowledgement } from './stream/weak-acknowledgement.ts';
import { windowWithoutEventTime } from './stream/window-without-event-time.ts';
import { windowWithoutLateness } from './stream/window-without-lateness.ts';
import { availabilityTargetUnreachable } from './topology/availability-target-unreachable.ts';
import { crossRegionSynchronousWrite } from './topology/cross-region-synchronous-write.ts';
import { datastoreInPublicBoundary } from './topology/datastore-in-public-boundary.ts';
import { singlePointOfFailure } from './topology/single-point-of-failure.ts';
import { singleZone } from './topology/single-zone.ts';
import { synchronousCycle } from './topology/synchronous-cycle.ts';
import { acknowledgesBeforeProcessing } from './worker/acknowledges-before-processing.ts';

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
  genericDatabaseRationale,
  productDesignDefault,
  infrastructureDesignDefault,
  directDatastoreAccess,
  publishesToBroker,
  pushWithoutRouting,
  acknowledgesBeforeProcessing,
  duplicateExecution,
  overlappingRuns,
  noIdempotencyKey,
  rateLimitExceeded,
  noFailureIsolation,
  noTimeout,
  retryWithoutBackoff,
  retryAmplification,
  retryNonIdempotent,
  unboundedSyncFanOut,
  deepSynchronousChain,
  slowWorkInRequestPath,
  burstyWritesWithoutBuffer,
  serverPushOverPlainHttp,
  sseConnectionLimit,
  timeoutInversion,
  unencryptedAcrossBoundary,
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
  gatewaySingleInstance,
  noBackend,
  noRateLimiting,
  noAuthentication,
  gatewayDatastoreAccess,
  payloadTooLarge,
  timeoutShorterThanBackend,
  websocketUnsupported,
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
  noRetry,
  unlimitedRedelivery,
  noConsumer,
  noProducer,
  fanOutNeedsStream,
  replayExpected,
  globalFifoWithPartitions,
  fifoBrokenByParallelConsumers,
  fifoGroupWithoutKey,
  fifoDeadLetterBreaksOrder,
  deadLetterTypeMismatch,
  visibilityTimeoutTooShort,
  nonIdempotentConsumer,
  messageTooLarge,
  noBackpressure,
  notDurable,
  synchronousWait,
  deadLetterQueueUnwatched,
  deadLetterRetentionTooShort,
  noReplication,
  weakAcknowledgement,
  noPartitionKey,
  hotPartitionKey,
  consumersExceedPartitions,
  missingConsumerGroup,
  streamWithoutConsumer,
  retentionTooShort,
  eventSourcingLosesHistory,
  windowWithoutEventTime,
  windowWithoutLateness,
  poisonEventBlocksPartition,
  simpleWorkQueue,
  noExpiry,
  redlockTooFewInstances,
  missingFencingToken,
  fencingTokenWithoutSource,
  asyncReplicatedLock,
  ttlShorterThanWork,
  unsafeRelease,
  deadlockRisk,
  coarseGranularity,
  bypassedWriter,
  protectsNothing,
  databaseLockHeldTooLong,
  missingForContendedResource,
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
  synchronousCycle,
  datastoreInPublicBoundary,
  crossRegionSynchronousWrite,
  availabilityTargetUnreachable,
  singleZone,
  overloadedComponent,
  highUtilization,
  noHeadroomForFailure,
  queueDrainBelowArrival,
  backlogExceedsDeadline,
  partitionOverloaded,
  streamPartitionThroughput,
  cacheLossOverloadsStore,
  latencyBudgetExceeded,
  storageExhausted,
  connectionCapacityExceeded,
  declaredRateMismatch,
  lockContention,
];

/** All rules; the last one looks at what the others have found. */
export const rules: readonly Rule[] = [...judging, unusedSuppression(judging)];
