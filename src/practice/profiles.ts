import type { ConnectionProperties } from '#catalog/connection.ts';
import type { kinds } from '#catalog/kinds.ts';
import type { ValuesOf } from '#catalog/property.ts';
import type { Profiles } from '#diagram/sketch.ts';

type ProfileOf<K> = K extends { readonly id: infer Id; readonly properties: infer Table } ? { readonly kind: Id; readonly values: ValuesOf<Table> } : never;
type ComponentProfile = ProfileOf<(typeof kinds)[number]>;

const components = {
  'web-client': { kind: 'client', values: { clientType: 'web', trusted: false, audience: 'global' } },
  'mobile-client': { kind: 'client', values: { clientType: 'mobile', trusted: false, audience: 'global' } },
  'desktop-client': { kind: 'client', values: { clientType: 'desktop', trusted: false, audience: 'global' } },
  'partner-client': { kind: 'client', values: { clientType: 'third-party', trusted: false, audience: 'global' } },
  'internal-client': { kind: 'client', values: { clientType: 'internal', trusted: true, audience: 'single-region' } },
  gateway: { kind: 'api-gateway', values: { authentication: 'jwt', rateLimiting: 'per-client', terminatesTls: true, requestValidation: true, loadBalancing: true, timeoutMs: 5000, maxPayloadBytes: 10_485_760, websocketSupport: false, instances: 4, zones: 3, highAvailability: 'active-active', perInstanceRps: 20_000, concurrencyPerInstance: 1000, serviceTimeMs: 1 } },
  'lb-l7': { kind: 'load-balancer', values: { layer: 'L7', algorithm: 'least-connections', stickySessions: 'none', healthCheck: 'http', tlsTermination: 'at-balancer', connectionDrainingSeconds: 60, highAvailability: 'managed', zones: 3 } },
  'lb-l4': { kind: 'load-balancer', values: { layer: 'L4', algorithm: 'least-connections', stickySessions: 'none', persistentConnections: true, idleTimeoutSeconds: 350, healthCheck: 'tcp', tlsTermination: 'passthrough', connectionDrainingSeconds: 300, highAvailability: 'managed', zones: 3 } },
  service: { kind: 'service', values: { role: 'domain', stateless: true, sessionState: 'none', zones: 3, autoScaling: 'automatic', exposesHealthCheck: true, loadShedding: true, perInstanceRps: 1000, concurrencyPerInstance: 64, serviceTimeMs: 15 } },
  'ws-service': { kind: 'service', values: { role: 'websocket-gateway', stateless: true, sessionState: 'none', zones: 3, autoScaling: 'automatic', exposesHealthCheck: true, loadShedding: true, perInstanceRps: 1000, concurrencyPerInstance: 64, serviceTimeMs: 5, maxConnectionsPerInstance: 50_000 } },
  worker: { kind: 'worker', values: { idempotent: true, ackMode: 'after-processing', zones: 3, autoScaling: 'automatic', concurrencyPerInstance: 16, processingP99Seconds: 5, serviceTimeMs: 50 } },
  job: { kind: 'scheduled-job', values: { overlapPolicy: 'forbid', missedRunPolicy: 'run-once', idempotent: true, zones: 3 } },
  external: { kind: 'external-system', values: { inScope: false } },
  postgres: { kind: 'core-database', values: { technology: 'PostgreSQL', databaseKind: 'relational', dataModel: 'relational', schemaFlexibility: 'fixed', joins: true, transactions: 'multi-item', isolationLevel: 'repeatable-read', consistencyModel: 'strong', replicationMode: 'single-leader-semi-sync', replicas: 2, readReplicas: 2, readPreference: 'primary', highAvailability: 'active-passive', failoverSeconds: 30, partitioning: 'none', shardCount: 1, backup: 'point-in-time', connectionPooling: true, perInstanceReadRps: 20_000, perInstanceWriteRps: 5000, zones: 3, encryptionAtRest: true } },
  dynamodb: { kind: 'core-database', values: { technology: 'DynamoDB', databaseKind: 'nosql', dataModel: 'key-value', schemaFlexibility: 'schemaless', transactions: 'multi-item', consistencyModel: 'tunable', replicationMode: 'consensus', replicas: 2, highAvailability: 'managed', partitioning: 'hash', shardKeyCardinality: 'high', backup: 'point-in-time', changeDataCapture: true, maxItemBytes: 409_600, perPartitionReadRps: 3000, perPartitionWriteRps: 1000, zones: 3, encryptionAtRest: true } },
  cassandra: { kind: 'core-database', values: { technology: 'Cassandra', databaseKind: 'nosql', dataModel: 'column-family', schemaFlexibility: 'flexible', transactions: 'single-item', consistencyModel: 'tunable', replicationMode: 'leaderless', replicationFactor: 3, readQuorum: 2, writeQuorum: 2, conflictResolution: 'last-write-wins', partitioning: 'consistent-hashing', shardKeyCardinality: 'high', highAvailability: 'active-active', backup: 'snapshot', perInstanceReadRps: 10_000, perInstanceWriteRps: 10_000, zones: 3, encryptionAtRest: true } },
  blob: { kind: 'blob-storage', values: { technology: 'Amazon S3', redundancy: 'multi-zone', durabilityNines: 11, accessControl: 'presigned-url', clientAccess: 'direct', encryptionAtRest: true, chunkedUpload: true, chunkBytes: 8_388_608, resumableUpload: true, lifecyclePolicy: 'tier-down', consistencyModel: 'strong', integrityCheck: 'checksum', eventNotifications: true, highAvailability: 'managed' } },
  search: { kind: 'search-database', values: { technology: 'Elasticsearch', invertedIndex: true, tokenizer: 'standard', stemming: 'language', fuzzySearch: 'auto', shardCount: 3, replicasPerShard: 1, refreshIntervalMs: 1000, isSourceOfTruth: false, syncMethod: 'change-data-capture', reindexStrategy: 'alias-swap', highAvailability: 'active-active', zones: 3, perInstanceReadRps: 1000, perInstanceWriteRps: 2000 } },
  queue: { kind: 'queue', values: { technology: 'Amazon SQS', ordering: 'none', deliveryGuarantee: 'at-least-once', maxDeliveryAttempts: 5, retryBackoff: 'exponential', visibilityTimeoutSeconds: 60, poisonMessagePolicy: 'dead-letter', backpressure: 'scale-consumers', retentionSeconds: 345_600, maxMessageBytes: 1_048_576, durable: true, highAvailability: 'managed' } },
  dlq: { kind: 'queue', values: { technology: 'Amazon SQS', isDeadLetterQueue: true, ordering: 'none', deliveryGuarantee: 'at-least-once', maxDeliveryAttempts: 5, backpressure: 'scale-consumers', retentionSeconds: 1_209_600, dlqAlarm: true, durable: true, highAvailability: 'managed' } },
  kafka: { kind: 'stream', values: { technology: 'Apache Kafka', partitions: 24, replicationFactor: 3, minInsyncReplicas: 2, producerAcks: 'all', retentionSeconds: 604_800, cleanupPolicy: 'delete', deliveryGuarantee: 'at-least-once', partitionKeyCardinality: 'high', windowing: 'none', perPartitionBytesPerSecond: 10_000_000, maxMessageBytes: 1_048_588, highAvailability: 'active-active', zones: 3 } },
  'etcd-lock': { kind: 'distributed-lock', values: { technology: 'etcd', mechanism: 'etcd', independentInstances: 5, ttlMs: 30_000, renewal: 'heartbeat', granularity: 'resource', purpose: 'correctness', fencingToken: true, fencingTokenSource: 'etcd revision', ownerToken: true, deadlockPrevention: 'single-lock', acquireTimeoutMs: 2000, acquireRetry: 'backoff-jitter', persistence: 'consensus-log', highAvailability: 'active-active', lockOpsPerSecond: 10_000 } },
  redlock: { kind: 'distributed-lock', values: { technology: 'Redis Redlock', mechanism: 'redlock', independentInstances: 5, ttlMs: 30_000, renewal: 'heartbeat', granularity: 'resource', purpose: 'correctness', fencingToken: false, ownerToken: true, deadlockPrevention: 'single-lock', acquireTimeoutMs: 2000, acquireRetry: 'backoff-jitter', persistence: 'fsync-always', highAvailability: 'active-active', lockOpsPerSecond: 20_000 } },
  'redis-cache': { kind: 'distributed-cache', values: { technology: 'Redis', useCase: 'reduce-db-queries', evictionPolicy: 'lru', invalidationStrategy: ['ttl', 'delete-on-write'], readStrategy: 'cache-aside', writeStrategy: 'write-around', ttlSeconds: 300, ttlJitter: true, stampedeProtection: 'request-coalescing', persistence: 'none', replicas: 1, replicationMode: 'async', sharding: 'cluster', isSourceOfTruth: false, onCacheFailure: 'datastore', hitRatio: 0.9, instances: 3, highAvailability: 'active-passive', perInstanceRps: 100_000, zones: 3 } },
  'redis-ephemeral': { kind: 'distributed-cache', values: { technology: 'Redis', ephemeralData: true, evictionPolicy: 'ttl', invalidationStrategy: ['ttl'], writeStrategy: 'none', ttlSeconds: 60, ttlJitter: true, stampedeProtection: 'none', persistence: 'none', replicas: 1, replicationMode: 'async', sharding: 'cluster', isSourceOfTruth: false, onCacheFailure: 'fail-open', instances: 3, highAvailability: 'active-passive', perInstanceRps: 100_000, zones: 3 } },
  cdn: { kind: 'cdn', values: { technology: 'Amazon CloudFront', contentTypes: ['static-assets', 'images'], pullOrPush: 'pull', ttlSeconds: 86_400, respectsCacheControl: true, cacheKey: ['host', 'path'], personalizedPolicy: 'bypass', invalidation: ['versioned-urls'], evictionPolicy: 'provider-default', hitRatio: 0.95, originShield: true, requestCoalescing: true, staleIfError: true, originAccessRestricted: true, highAvailability: 'managed' } },
} as const satisfies Readonly<Record<string, ComponentProfile>>;

const connections = {
  'client-http': { interaction: 'request', protocol: 'http', timeoutMs: 10_000, encryptedInTransit: true },
  route: { interaction: 'request', protocol: 'http', timeoutMs: 5000, encryptedInTransit: true },
  call: { interaction: 'request', protocol: 'grpc', timeoutMs: 1000, clientSideLoadBalancing: true, circuitBreaker: true, encryptedInTransit: true },
  ws: { interaction: 'request', protocol: 'websocket', serverPush: true, heartbeatSeconds: 30, encryptedInTransit: true },
  'db-read': { interaction: 'request', access: 'read', protocol: 'sql', queryPattern: 'key-lookup', timeoutMs: 400 },
  'db-write': { interaction: 'request', access: 'write', protocol: 'sql', timeoutMs: 400, idempotent: true },
  'kv-read': { interaction: 'request', access: 'read', protocol: 'nosql-api', queryPattern: 'key-lookup', timeoutMs: 300 },
  'kv-write': { interaction: 'request', access: 'write', protocol: 'nosql-api', timeoutMs: 300, idempotent: true },
  'cache-read': { interaction: 'request', access: 'read', protocol: 'redis', timeoutMs: 50 },
  'cache-write': { interaction: 'request', access: 'write', protocol: 'redis', timeoutMs: 50, idempotent: true },
  invalidate: { interaction: 'invalidate', protocol: 'redis' },
  'search-read': { interaction: 'request', access: 'read', protocol: 'http', queryPattern: 'full-text', timeoutMs: 800, consistencyRequirement: 'eventual' },
  'search-write': { interaction: 'request', access: 'write', protocol: 'http', timeoutMs: 2000, idempotent: true },
  acquire: { interaction: 'acquire-lock', timeoutMs: 300 },
  publish: { interaction: 'publish', access: 'write', synchrony: 'async', timeoutMs: 500 },
  consume: { interaction: 'consume', idempotent: true, poisonPolicy: 'dead-letter', deliveryMode: 'group' },
  'consume-queue': { interaction: 'consume', idempotent: true },
  broadcast: { interaction: 'consume', idempotent: true, poisonPolicy: 'skip-and-log', deliveryMode: 'broadcast' },
  cdc: { interaction: 'change-data-capture' },
  dead: { interaction: 'dead-letter' },
  upload: { interaction: 'request', access: 'write', protocol: 's3', authorization: 'presigned-url', chunkedUpload: true, resumable: true, encryptedInTransit: true, timeoutMs: 60_000 },
  'blob-read': { interaction: 'request', access: 'read', protocol: 's3', timeoutMs: 2000 },
  'blob-write': { interaction: 'request', access: 'write', protocol: 's3', timeoutMs: 10_000, idempotent: true, chunkedUpload: true },
  'cdn-read': { interaction: 'request', access: 'read', protocol: 'http', encryptedInTransit: true },
  origin: { interaction: 'origin-fetch', access: 'read', protocol: 'http', timeoutMs: 5000 },
  'external-call': { interaction: 'request', access: 'write', protocol: 'http', timeoutMs: 1500, maxAttempts: 2, retryBackoff: 'exponential', retryJitter: true, retryBudgetRatio: 0.1, circuitBreaker: true, idempotent: true, idempotencyKey: true, encryptedInTransit: true },
  'external-once': { interaction: 'request', access: 'write', protocol: 'http', timeoutMs: 1500, maxAttempts: 1, circuitBreaker: true, idempotent: true, idempotencyKey: true, encryptedInTransit: true },
} as const satisfies Readonly<Record<string, ConnectionProperties>>;

/** What sound components and connections usually state, for the designs of scenarios. */
export const profiles: Profiles = { components, connections };
