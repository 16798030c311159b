import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { regionLost } from '../curveballs/region-lost.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Scenario } from '../scenario.ts';

/** Large files that no server carries, and small facts about them that every device hears of. */
export const fileStorageAndSync: Scenario = {
  id: 'file-storage-and-sync',
  title: 'File storage and sync',
  knownFrom: 'Dropbox',
  type: 'product',
  difficulty: 'medium',
  topics: ['large-files', 'push', 'consistency', 'durability', 'events', 'scaling'],
  brief: 'People keep their files with you, open them on every device, and share them. What changes on one device soon shows on the others.',
  functional: [
    { id: 'transfer', text: 'Upload and download files of up to 50 GB.' },
    { id: 'sync', text: 'Keep several devices the same.' },
    { id: 'versions', text: 'Keep versions, and deal with conflicts.' },
    { id: 'share', text: 'Share files with others.' },
  ],
  nonFunctional: [
    { id: 'metadata', text: '8,000 calls/s for metadata.' },
    { id: 'uploads', text: '600 uploads/s of chunks of 8 MiB; one that breaks off goes on where it stopped.' },
    { id: 'downloads', text: '3,000 downloads/s.' },
    { id: 'notice', text: 'Other devices hear of a change within 5 s.' },
    { id: 'devices', text: '1,000,000 devices are connected.' },
    { id: 'durability', text: 'Files are kept with eleven nines of durability.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'file-metadata', name: 'File metadata', alsoCalled: ['metadata', 'file', 'folder', 'file entry', 'file record', 'file version', 'change', 'change event'], about: 'Name, folder, owner, version, and which chunks a file is made of.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'read-your-writes' },
    { id: 'file-chunk', name: 'File chunk', alsoCalled: ['chunk', 'block', 'file part', 'file content', 'file bytes', 'file data', 'blob'], about: 'Some megabytes of a file, named by the hash of what they are.', classification: 'personal', mutability: 'immutable', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks how large a file can be, and what happens to an upload that breaks off.', 'Asks what two devices shall see that change the same file offline.'],
    entities: ['Keeps the chunks, which never change, apart from the metadata, which do.'],
    api: ['Asks for upload addresses with POST /files, then sends the chunks elsewhere, and commits with the version it has seen.', 'Reads changes from a cursor: GET /changes?since=…'],
    'high-level-design': ['Lets bytes pass by the servers, and only facts about them through.', 'Tells devices of changes instead of letting them ask.'],
    'deep-dives': ['Says who notices that an upload is complete.', 'Explains a conflict with the version check of two devices.', 'Counts the open connections of a million devices for each server.'],
  },
  checks: [
    { id: 'M1', title: 'Devices upload in chunks, straight to blob storage, with presigned addresses.', mandatory: true, topics: ['large-files'], fact: { fact: 'direct', entity: 'file-chunk', access: 'write', where: [['chunkedUpload', '=', true]] } },
    {
      id: 'M2',
      title: 'Metadata live in a database, and each write checks the version it has seen.',
      mandatory: true,
      topics: ['consistency'],
      fact: { fact: 'all', of: [{ fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'core-database' }, where: [['access', '!=', 'read']], carries: 'file-metadata' }, { fact: 'conditional', entity: 'file-metadata' }] },
    },
    { id: 'M3', title: 'Downloads come over a CDN, and stay private.', mandatory: true, topics: ['large-files'], fact: { fact: 'all', of: [{ fact: 'direct', entity: 'file-chunk', access: 'read' }, { fact: 'silent', rules: ['cdn/personalized-content-shared', 'blob-storage/public-sensitive-data'] }] } },
    { id: 'M4', title: 'Somebody notices that an upload is complete.', mandatory: true, topics: ['large-files', 'events'], fact: { fact: 'silent', rules: ['blob-storage/unconfirmed-upload'] } },
    { id: 'M5', title: 'Changes are pushed to the devices.', mandatory: true, topics: ['push'], fact: { fact: 'push', entity: 'file-metadata' } },
    {
      id: 'M6',
      title: 'Who tells the devices hears of changes from the metadata store.',
      mandatory: true,
      topics: ['events', 'push'],
      fact: {
        fact: 'any',
        of: [
          { fact: 'leads-to', of: [{ kind: 'core-database' }, { kind: ['queue', 'stream'] }, { kind: 'service' }], carries: 'file-metadata' },
          { fact: 'leads-to', of: [{ kind: 'core-database' }, { kind: ['queue', 'stream'] }, { kind: 'worker' }, { kind: 'service' }], carries: 'file-metadata' },
          { fact: 'all', of: [{ fact: 'leads-to', of: [{ kind: ['service', 'worker'] }, { kind: ['queue', 'stream'] }, { kind: 'service' }], carries: 'file-metadata' }, { fact: 'silent', rules: ['database/dual-write-to-broker'] }] },
        ],
      },
    },
    { id: 'B1', title: 'Metadata are spread over shards by a key with many values: their owner.', mandatory: false, topics: ['scaling'], fact: { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'core-database', where: [['partitioning', '!=', 'none'], ['shardKey', 'stated', true], ['shardKeyCardinality', '=', 'high']] }, where: [['access', '!=', 'read']], carries: 'file-metadata' } },
    { id: 'B2', title: 'What is overwritten or deleted by mistake can be brought back.', mandatory: false, topics: ['durability'], fact: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'blob-storage', where: [['versioning', '=', true]] }, where: [['access', '!=', 'read']], carries: 'file-chunk' } },
  ],
  hints: [
    'Fifty gigabytes come in. Do they have to pass one of your servers?',
    'The train enters a tunnel at forty-nine gigabytes. What now?',
    'Hand out presigned addresses for parts, let an event of the storage confirm them, and keep the metadata elsewhere.',
    'Chunks are named by their hash; captured changes of the metadata go through a stream to a sync service that holds a long poll for each device; downloads use signed addresses of a CDN.',
  ],
  mistakes: [
    {
      text: 'Uploads pass the servers: each byte is paid for twice, and one of them is busy for hours.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['access', '!=', 'read']], carries: 'file-chunk' }, { fact: 'connection', from: { kind: 'service' }, to: { kind: 'blob-storage' }, where: [['access', '!=', 'read']], carries: 'file-chunk' }, { fact: 'not', of: { fact: 'direct', entity: 'file-chunk', access: 'write' } }] },
      shown: 'remove device -> chunk-store\nset device -> gateway, gateway -> metadata-svc { dataFlows: [file-metadata, file-chunk] }\nmetadata-svc -> chunk-store by blob-write { requestBytes: 8388608, dataFlows: [file-chunk] }',
    },
    { text: 'Files lie in the database, where backups, caches and replicas have to carry them.', when: { fact: 'not', of: { fact: 'silent', rules: ['database/blob-in-database'] } }, shown: 'metadata-svc -> metadata-db by db-write { requestBytes: 8388608, conditionalWrite: true, dataFlows: [file-chunk] }' },
    { text: 'A file goes up in one piece, and starts again from nothing when the connection breaks.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'blob-storage' }, where: [['chunkedUpload', '=', false]], carries: 'file-chunk' }, shown: 'set device -> chunk-store { chunkedUpload: false }' },
    { text: 'A file counts as complete when its address was handed out, whether or not it ever came.', when: { fact: 'not', of: { fact: 'silent', rules: ['blob-storage/unconfirmed-upload'] } }, shown: 'remove upload-queue, upload-dlq, upload-verifier\nset chunk-store { eventNotifications: false }' },
    { text: 'Everybody who knows the address can read the bucket.', when: { fact: 'not', of: { fact: 'silent', rules: ['blob-storage/public-sensitive-data'] } }, shown: 'set chunk-store { accessControl: public-read }' },
    {
      text: 'A million devices ask every second whether something is new.',
      when: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['serverPush', '!=', true], ['peakRps', '>=', 100_000]], carries: 'file-metadata' },
      shown: 'remove sync-lb\ndevice -> sync-svc by client-http { access: read, peakRps: 1000000, dataFlows: [file-metadata] }',
    },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 2200, debrief: 'A good answer follows a change to the end: ten times the rows need more shards, and that is easy. But each sync server hears of each change, and 22,000 a second are too many for any of them, however many you start. Send the devices of one owner to one server, and let it read that owner’s part of the stream only.' }),
      answer: `
        set gateway { instances: 6 }
        set metadata-svc { instances: 36, maxInstances: 50 }
        set metadata-db { shardCount: 16 }
        set upload-verifier { instances: 56, maxInstances: 60 }
        set metadata-db -> change-stream { requestBytes: 1000 }
        set change-stream -> sync-svc { deliveryMode: group }
        set sync-lb { algorithm: consistent-hash }
        set sync-svc { maxInstances: 48 }
      `,
    },
    { ...deleteMyData({ entities: ['file-metadata', 'file-chunk'] }), answer: 'set chunk-store { lifecyclePolicy: tier-and-expire }' },
    {
      ...regionLost({
        reads: ['file-metadata'],
        alsoChecks: [{ id: 'region-lost-chunks', title: 'Chunks are kept in more than one region.', topics: ['durability'], fact: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'blob-storage', where: [['redundancy', '=', 'cross-region']] }, where: [['access', '!=', 'read']], carries: 'file-chunk' } }],
      }),
      answer: `
        set chunk-store { redundancy: cross-region }
        lb-l7 global-lb "Global balancer" { scope: global }
        gateway gateway-2 "Second gateway"
        service metadata-svc-2 "Second metadata service" { instances: 14 }
        postgres metadata-copy "Copy of the metadata" { partitioning: hash, shardKey: ownerId, shardKeyCardinality: high, shardCount: 4, rationale: "Same transactions and shards as the first region; asynchronous replication, so the last second may be missing" }
        remove device -> gateway
        device -> global-lb by client-http { access: read-write, peakRps: 8000, readFraction: 0.8, dataFlows: [file-metadata] }
        global-lb -> gateway by route { access: read-write, dataFlows: [file-metadata] }
        global-lb -> gateway-2 by route { access: read, callsPerRequest: 0.4, dataFlows: [file-metadata] }
        gateway-2 -> metadata-svc-2 by route { access: read, dataFlows: [file-metadata] }
        metadata-svc-2 -> metadata-copy by db-read { consistencyRequirement: bounded-staleness, dataFlows: [file-metadata] }
        metadata-db -> metadata-copy { interaction: replicate }
        boundary north "Region north" { boundaryType: region } [gateway, metadata-svc, metadata-db, upload-queue, upload-dlq, upload-verifier, change-stream, sync-lb, sync-svc]
        boundary south "Region south" { boundaryType: region } [gateway-2, metadata-svc-2, metadata-copy]
      `,
    },
  ],
  pitch:
    'Bytes and facts take different ways. A device cuts a file into chunks named by their hash, asks which ones are missing, and sends those straight to blob storage with presigned addresses, so a broken upload goes on at the next chunk. An event of the storage confirms each, and only then does the metadata row change, under a check of the version: who comes second keeps a copy as a conflict. Captured changes reach a sync service that tells the other devices over open connections. Downloads come from a CDN with signed addresses.',
  designs: [
    {
      id: 'reference',
      title: 'Sharded Postgres, captured changes, long polling',
      about: 'Folder changes are transactions on the shard of their owner; captured changes reach the sync service, which answers the long polls of the devices.',
      text: `
        desktop-client device "Device"
        gateway gateway "Gateway"
        service metadata-svc "Metadata service" { instances: 14 }
        postgres metadata-db "Metadata database" { partitioning: hash, shardKey: ownerId, shardKeyCardinality: high, shardCount: 4, rationale: "ACID transaction per folder change and version check keep the tree consistent; shard by owner" }
        blob chunk-store "Chunk store" { metadataStore: metadata-db, versioning: true }
        cdn cdn "CDN" { contentTypes: [downloads], personalizedPolicy: edge-compute, signedUrls: true, hitRatio: 0.5 }
        queue upload-queue "Upload queue"
        dlq upload-dlq "Upload DLQ"
        worker upload-verifier "Upload verifier" { instances: 8, perInstanceRps: 150 }
        kafka change-stream "Change stream" { partitionKey: ownerId, partitions: 48 }
        lb-l7 sync-lb "Sync load balancer" { idleTimeoutSeconds: 120 }
        ws-service sync-svc "Sync service" { instances: 40, perInstanceRps: 6000 }

        device -> gateway by client-http { access: read-write, peakRps: 8000, readFraction: 0.8, dataFlows: [file-metadata] }
        gateway -> metadata-svc by route { access: read-write, dataFlows: [file-metadata] }
        metadata-svc -> metadata-db by db-read { consistencyRequirement: read-your-writes, dataFlows: [file-metadata] }
        metadata-svc -> metadata-db by db-write { conditionalWrite: true, dataFlows: [file-metadata] }
        device -> chunk-store by upload { peakRps: 600, requestBytes: 8388608, dataFlows: [file-chunk] }
        chunk-store -> upload-queue by publish { dataFlows: [file-chunk] }
        upload-queue -> upload-verifier by consume-queue { consumerGroup: verifier, dataFlows: [file-chunk] }
        upload-queue -> upload-dlq by dead
        upload-verifier -> metadata-db by db-write { conditionalWrite: true, dataFlows: [file-metadata] }
        device -> cdn by cdn-read { peakRps: 3000, dataFlows: [file-chunk], cacheable: true }
        cdn -> chunk-store by origin { dataFlows: [file-chunk] }
        metadata-db -> change-stream by cdc { dataFlows: [file-metadata] }
        change-stream -> sync-svc by broadcast { consumerGroup: sync, dataFlows: [file-metadata] }
        device -> sync-lb by ws { protocol: long-polling, access: read, peakRps: 20000, concurrentConnections: 1000000, dataFlows: [file-metadata] }
        sync-lb -> sync-svc by ws { protocol: long-polling, access: read, concurrentConnections: 1000000, dataFlows: [file-metadata] }
      `,
    },
    {
      id: 'dynamodb-websockets',
      title: 'DynamoDB and WebSockets',
      about: 'Entries are items below their owner, written on condition of their version; devices keep a WebSocket through a balancer that only passes bytes on. Take it when folders are flat enough to do without joins, and changes are frequent.',
      from: 'reference',
      text: `
        dynamodb metadata-db "Metadata table" { shardKey: ownerId, shardCount: 8, rationale: "Entries are found by owner and path: a key lookup; a condition on the version turns the second writer away, and partitions spread the owners" }
        set metadata-svc -> metadata-db, upload-verifier -> metadata-db { protocol: nosql-api }
        lb-l4 sync-lb "Sync load balancer"
        set device -> sync-lb, sync-lb -> sync-svc { protocol: websocket }
      `,
    },
    {
      id: 'service-confirms',
      title: 'The service looks for itself, and tells through an outbox',
      about: 'Four parts less: the device says that it is done, the metadata service looks into the bucket before it commits, and an outbox hands the change to the stream. Take it while one team owns the service and uploads are few.',
      from: 'reference',
      text: `
        remove upload-queue, upload-dlq, upload-verifier, metadata-db -> change-stream
        set chunk-store { eventNotifications: false }
        metadata-svc -> chunk-store by blob-read { callsPerRequest: 0.2, dataFlows: [file-chunk] }
        metadata-svc -> change-stream by publish { outbox: true, dataFlows: [file-metadata] }
      `,
    },
  ],
  mutants: [
    { what: 'Uploads pass the service.', text: 'remove device -> chunk-store\nset device -> gateway, gateway -> metadata-svc { dataFlows: [file-metadata, file-chunk] }\nmetadata-svc -> chunk-store by blob-write { callsPerRequest: 0.1, requestBytes: 8388608, dataFlows: [file-chunk] }', fails: ['M1', 'B2'] },
    { what: 'A file goes up in one piece.', text: 'set device -> chunk-store { chunkedUpload: false }', fails: ['M1'] },
    { what: 'Nobody says whether uploads are cut.', text: 'set device -> chunk-store { chunkedUpload: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'Who writes last wins.', text: 'set metadata-svc -> metadata-db { conditionalWrite: false }', fails: ['M2'] },
    { what: 'Metadata lie beside the chunks.', text: 'remove metadata-svc -> metadata-db, upload-verifier -> metadata-db\nmetadata-svc -> chunk-store by blob-write { conditionalWrite: true, dataFlows: [file-metadata] }', on: ['reference', 'dynamodb-websockets'], fails: ['M2', 'M6', 'B1'], leavesOpen: ['headroom'] },
    { what: 'Downloads come from the bucket itself.', text: 'remove cdn\ndevice -> chunk-store by blob-read { peakRps: 3000, authorization: presigned-url, encryptedInTransit: true, dataFlows: [file-chunk] }', fails: ['M3'] },
    { what: 'The CDN shares what it has seen.', text: 'set cdn { signedUrls: false, personalizedPolicy: cached-shared }', fails: ['M3', 'no-errors'] },
    { what: 'The bucket is public.', text: 'set chunk-store { accessControl: public-read }', fails: ['M3', 'no-errors'] },
    { what: 'Nobody notices when an upload ends.', text: 'remove upload-queue, upload-dlq, upload-verifier\nset chunk-store { eventNotifications: false }', on: ['reference', 'dynamodb-websockets'], fails: ['M4'] },
    { what: 'The service never looks into the bucket.', text: 'remove metadata-svc -> chunk-store', on: ['service-confirms'], fails: ['M4'] },
    { what: 'Devices ask over plain HTTP.', text: 'set device -> sync-lb, sync-lb -> sync-svc { protocol: http, serverPush: false }', fails: ['M5'] },
    { what: 'Nobody says whether the server pushes.', text: 'set device -> sync-lb, sync-lb -> sync-svc { serverPush: unset }', fails: [], leavesOpen: ['M5'] },
    { what: 'The sync service asks the database again and again.', text: 'remove change-stream\nsync-svc -> metadata-db by db-read { peakRps: 400, queryPattern: range, dataFlows: [file-metadata] }', fails: ['M6'] },
    { what: 'The service writes and announces in two steps.', on: ['reference', 'dynamodb-websockets'], text: 'remove metadata-db -> change-stream\nmetadata-svc -> change-stream by publish { outbox: false, dataFlows: [file-metadata] }', fails: ['M6'] },
    { what: 'The outbox is forgotten.', on: ['service-confirms'], text: 'set metadata-svc -> change-stream { outbox: false }', fails: ['M6'] },
    { what: 'One shard for everybody.', text: 'set metadata-db { partitioning: none, shardKey: unset, shardCount: 1, perPartitionReadRps: unset, perPartitionWriteRps: unset }', fails: ['B1'] },
    { what: 'Only the last version is kept.', text: 'set chunk-store { versioning: false }', fails: ['B2'] },
    { what: 'Fifteen servers for a million devices.', text: 'set sync-svc { instances: 15, autoScaling: manual }', fails: ['no-errors'] },
  ],
};
