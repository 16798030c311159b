import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { exactlyOnce } from '../curveballs/exactly-once.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Fact } from '../facts.ts';
import type { Scenario } from '../scenario.ts';

const code = { kind: ['service', 'worker'] } as const;
const notRead = [['access', '!=', 'read']] as const;

const opsInto = (kind: 'core-database' | 'blob-storage' | 'stream'): Fact => ({ fact: 'connection', from: code, to: { kind }, where: kind === 'stream' ? [] : notRead, carries: 'document-op' });

/** Fifty people type in one text, and all of them see the same. */
export const collaborativeEditor: Scenario = {
  id: 'collaborative-editor',
  title: 'Collaborative editor (Google Docs)',
  knownFrom: 'Google Docs, Figma',
  type: 'product',
  difficulty: 'hard',
  topics: ['push', 'consistency', 'durability', 'events', 'scaling'],
  brief: 'Several people write in one document at the same time. Each sees what the others type while they type it, and nothing is lost.',
  functional: [
    { id: 'edit', text: 'Many people edit one document together.' },
    { id: 'live', text: 'Changes appear at the others within 200 ms.' },
    { id: 'history', text: 'One can go back to an earlier version.' },
    { id: 'share', text: 'Documents lie in folders and are shared with others.' },
  ],
  nonFunctional: [
    { id: 'connections', text: '1 million people connected at once.' },
    { id: 'load', text: '54,000 operations/s.' },
    { id: 'order', text: 'All see the operations of one document in the same order.' },
    { id: 'editors', text: '100 editors in one document at most.' },
    { id: 'kept', text: 'When a server dies, no operation is lost that was acknowledged.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 300 },
  entities: [
    { id: 'document-op', name: 'Document op', alsoCalled: ['operation', 'op', 'edit', 'change', 'keystroke', 'delta', 'document operation'], about: 'One change of a text, with the version that it was made on.', classification: 'personal', mutability: 'append-only', consistencyNeed: 'strong' },
    { id: 'snapshot', name: 'Snapshot', alsoCalled: ['version', 'document version', 'checkpoint', 'document content', 'document'], about: 'The whole text at one version.', classification: 'personal', mutability: 'immutable', consistencyNeed: 'eventual' },
    { id: 'document-metadata', name: 'Document metadata', alsoCalled: ['metadata', 'permission', 'document info', 'sharing', 'folder'], about: 'Title, folder, and who may do what.', classification: 'personal', mutability: 'mutable', consistencyNeed: 'read-your-writes' },
  ],
  phases: {
    requirements: ['Asks how many write in one document at most, and how many documents are open.', 'Says what “acknowledged” promises, and when it is said.'],
    entities: ['Keeps the operation apart from the document: the text is what the operations add up to.'],
    api: ['Opens a socket for each document, and sends each operation with the version that it was made on.'],
    'high-level-design': ['Shows how two editors of one document come together, on one server or over a bus.'],
    'deep-dives': ['Says who decides the order, and what happens to an operation that comes too late (OT or CRDT).', 'Kills the server of a document and tells what the next one reads.'],
  },
  checks: [
    { id: 'M1', title: 'Operations are pushed over connections that stay open, and every balancer on the way lets them.', mandatory: true, topics: ['push'], fact: { fact: 'all', of: [{ fact: 'push', entity: 'document-op' }, { fact: 'silent', rules: ['load-balancer/websocket-on-l7', 'load-balancer/idle-timeout-shorter-than-heartbeat', 'api-gateway/websocket-unsupported'] }] } },
    { id: 'M2', title: 'All editors of a document meet: on one server, or over a bus.', mandatory: true, topics: ['push'], fact: { fact: 'silent', rules: ['service/push-without-routing'] } },
    { id: 'M3', title: 'An operation is stored, under its version, before it is acknowledged.', mandatory: true, topics: ['consistency', 'durability'], fact: { fact: 'all', of: [{ fact: 'conditional', entity: 'document-op' }, { fact: 'stored', entity: 'document-op', in: { kind: ['core-database', 'stream'] } }] } },
    { id: 'M4', title: 'The operations are spread by document.', mandatory: true, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'connection', from: code, to: { kind: 'core-database', where: [['partitioning', '!=', 'none'], ['shardKeyCardinality', '=', 'high']] }, where: notRead, carries: 'document-op' }, { fact: 'silent', rules: ['database/sharding-without-key', 'database/hot-partition'] }] } },
    { id: 'M5', title: 'Snapshots are made beside the editing; no keystroke waits for one.', mandatory: true, topics: ['events'], fact: { fact: 'all', of: [{ fact: 'connection', from: { kind: ['worker', 'service', 'scheduled-job'] }, to: { kind: ['blob-storage', 'core-database'] }, where: notRead, carries: 'snapshot' }, { fact: 'not-into', entity: 'snapshot', kind: 'blob-storage', awaited: true }, { fact: 'not-into', entity: 'snapshot', kind: 'core-database', awaited: true }] } },
    {
      id: 'M6',
      title: 'Folders and permissions live in a store with transactions.',
      mandatory: true,
      topics: ['consistency'],
      fact: {
        fact: 'all',
        of: [
          { fact: 'connection', from: code, to: { kind: 'core-database', where: [['transactions', '>=', 'multi-item']] }, where: notRead, carries: 'document-metadata' },
          { fact: 'not', of: { fact: 'connection', from: code, to: { kind: 'core-database', where: [['transactions', '<', 'multi-item']] }, where: notRead, carries: 'document-metadata' } },
        ],
      },
    },
    { id: 'B1', title: 'A server that is taken away lets its connections drain.', mandatory: false, topics: ['push'], fact: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'load-balancer', where: [['connectionDrainingSeconds', '>', 0]] }, carries: 'document-op' } },
    { id: 'B2', title: 'Scaling drops no session: it is done by hand, or sessions are kept outside.', mandatory: false, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'not', of: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service', where: [['sessionState', '=', 'in-memory'], ['autoScaling', '=', 'automatic']] }, carries: 'document-op' } }, { fact: 'silent', rules: ['load-balancer/sticky-sessions-with-autoscaling'] }] } },
  ],
  hints: [
    'Two people press a key in the same millisecond. Who decides which one was first?',
    'That server dies now. What has it told people that nobody else knows?',
    'One owner for each document, found by hashing; an operation is appended under the next version, or turned away.',
    'An L7 balancer that upgrades to WebSocket hashes on documentId and idles for an hour. Operations go to DynamoDB under a condition, captured changes to a worker that writes snapshots to blob storage.',
  ],
  mistakes: [
    { text: 'The last one to save wins: a sentence of everybody else is gone.', when: { fact: 'connection', from: code, to: { kind: 'core-database', where: [['conflictResolution', '=', 'last-write-wins']] }, where: [['access', '!=', 'read'], ['conditionalWrite', '=', false]], carries: 'document-op' }, shown: 'set ops-db { conflictResolution: last-write-wins }\nset collab-svc -> ops-db { conditionalWrite: false }' },
    { text: 'Editors of one document land on any server, and do not see each other.', when: { fact: 'not', of: { fact: 'silent', rules: ['service/push-without-routing'] } }, shown: 'set edit-lb { algorithm: round-robin, hashKey: unset }' },
    { text: 'Operations live in memory only: a crash takes back what people have seen.', when: { fact: 'all', of: [{ fact: 'push', entity: 'document-op' }, { fact: 'not', of: { fact: 'any', of: [opsInto('core-database'), opsInto('blob-storage'), opsInto('stream')] } }] }, shown: 'remove ops-db, op-stream, snapshotter, snapshot-dlq' },
    { text: 'A lock on the document for each change: one types, the others wait.', when: { fact: 'connection', from: { kind: 'service' }, to: { kind: 'distributed-lock' }, where: [['callsPerRequest', '>=', 0.5]] }, shown: 'etcd-lock document-lock { lockKeyPattern: "doc:{id}" }\ncollab-svc -> document-lock by acquire { callsPerRequest: 1 }' },
    { text: 'The whole document travels with each keystroke.', when: { fact: 'any', of: [{ fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['requestBytes', '>=', 50_000]], carries: 'document-op' }, { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['protocol', '=', 'websocket'], ['access', '!=', 'read']], carries: 'snapshot' }] }, shown: 'set editor -> edit-lb { requestBytes: 300000 }' },
  ],
  curveballs: [
    {
      ...tenTimesTheWrites({ writesPerSecond: 54_000, says: 'Schools come on board: 540,000 operations a second, in ten times as many documents. Reading stays as it is. What do you change, and what not at all?' }),
      answer: `
        set collab-svc { instances: 900 }
        set ops-db { shardCount: 900, hottestKeyShare: 0.00002 }
        set op-stream { partitions: 480 }
        set ops-db -> op-stream { requestBytes: 500 }
        set snapshotter { instances: 320, maxInstances: 400 }
        set doc-svc { instances: 25, maxInstances: 40 }
        set docs-db { partitioning: hash, shardKey: folderId, shardKeyCardinality: high, shardCount: 4 }
      `,
    },
    {
      ...exactlyOnce({
        entity: 'document-op',
        title: 'On the train',
        says: 'Somebody writes on a train, and the connection drops in each tunnel. The editor sends again what was not acknowledged, and now words stand there twice. Show me where a second try arrives.',
        debrief: 'The acknowledgement may get lost although the operation was stored. A good answer lets the editor number its operations, keeps that number with the stored operation, and answers a known one with the version that it got the first time.',
      }),
      answer: 'set editor -> edit-lb { idempotencyKey: true }',
    },
    {
      ...deleteMyData({ entities: ['document-op', 'snapshot'], says: 'Somebody deletes a document and wants it gone within 30 days: the text, every version of it, and each keystroke that led there. Where is all that?' }),
      answer: 'set ops-db { dataRetentionDays: 30 }\nset snapshot-store { versioning: false }',
    },
  ],
  pitch:
    'Somebody must decide the order of two keystrokes, so each document has one owner: the balancer upgrades to WebSocket and hashes on the document, and all its editors meet on one server. The owner appends an operation under the next version, conditionally, before it says “acknowledged”; if it dies, the next owner reads snapshot and tail, and goes on. Operations are spread by document. Captured changes feed a worker that writes snapshots, and no keystroke waits for it. Folders and permissions are ordinary relational data.',
  designs: [
    {
      id: 'reference',
      title: 'One owner for each document, an operation log, snapshots from its changes',
      about: 'Hashing brings all editors of a document to one server; the log under a condition outlives it.',
      text: `
        web-client editor "Editor"
        lb-l7 edit-lb "Edit load balancer" { algorithm: consistent-hash, hashKey: documentId, persistentConnections: true, websocketSupport: true, idleTimeoutSeconds: 3600, connectionDrainingSeconds: 300 }
        ws-service collab-svc "Collab service" { stateless: false, sessionState: in-memory, autoScaling: manual, instances: 100, maxConnectionsPerInstance: 20000 }
        dynamodb ops-db "Ops database" { shardKey: documentId, shardCount: 90, rationale: "conditional append per document version key; partition by document scales horizontally; change stream for snapshots" }
        kafka op-stream "Op stream" { partitionKey: documentId, partitions: 48 }
        worker snapshotter "Snapshotter" { instances: 32, perInstanceRps: 3500, serviceTimeMs: 2 }
        dlq snapshot-dlq "Snapshot DLQ"
        blob snapshot-store "Snapshot store" { accessControl: iam, clientAccess: none, metadataStore: docs-db }
        gateway gateway "Gateway"
        service doc-svc "Doc service" { instances: 10 }
        postgres docs-db "Docs database" { rationale: "joins between documents, folders and permissions; ACID on sharing changes" }

        editor -> edit-lb by ws { access: read-write, peakRps: 60000, readFraction: 0.1, concurrentConnections: 1000000, dataFlows: [document-op] }
        edit-lb -> collab-svc by ws { access: read-write, concurrentConnections: 1000000, dataFlows: [document-op] }
        collab-svc -> ops-db by kv-write { conditionalWrite: true, dataFlows: [document-op] }
        collab-svc -> ops-db by kv-read { queryPattern: range, consistencyRequirement: strong, dataFlows: [document-op] }
        collab-svc -> snapshot-store by blob-read { callsPerRequest: 0.1, dataFlows: [snapshot] }
        collab-svc -> doc-svc by call { access: read, trigger: reads, callsPerRequest: 0.1, dataFlows: [document-metadata] }
        ops-db -> op-stream by cdc { dataFlows: [document-op] }
        op-stream -> snapshotter by consume { consumerGroup: snapshots, dataFlows: [document-op] }
        snapshotter -> snapshot-store by blob-write { callsPerRequest: 0.01, requestBytes: 300000, dataFlows: [snapshot] }
        snapshotter -> snapshot-dlq by dead
        editor -> gateway by client-http { access: read-write, peakRps: 5000, readFraction: 0.8, dataFlows: [document-metadata] }
        gateway -> doc-svc by route { access: read-write, dataFlows: [document-metadata] }
        doc-svc -> docs-db by db-read { consistencyRequirement: read-your-writes, dataFlows: [document-metadata] }
        doc-svc -> docs-db by db-write { conditionalWrite: true, dataFlows: [document-metadata] }
      `,
    },
    {
      id: 'any-server',
      title: 'Any server, a bus, and the log decides',
      about: 'Servers keep nothing: the version in the log decides the order, who is too late rebases, and a Redis bus tells the other servers. They scale by themselves. Take it where few write in the same document at once.',
      from: 'reference',
      text: `
        lb-l4 edit-lb "Edit load balancer" { idleTimeoutSeconds: 350 }
        ws-service collab-svc "Collab service" { instances: 100, maxInstances: 200, maxConnectionsPerInstance: 20000 }
        redis-ephemeral op-bus "Operation bus" { useCase: pub-sub, instances: 12 }
        collab-svc -> op-bus by cache-write { access: read-write, trigger: writes, lossTolerant: true, dataFlows: [document-op] }
      `,
    },
    {
      id: 'postgres-log',
      title: 'Postgres shards, snapshots on request',
      about: 'The log is a table with a unique (document, version), sharded by document; each hundredth operation asks a queue for a snapshot. No stream. Take it where Postgres is what the team knows.',
      from: 'reference',
      text: `
        remove op-stream
        postgres ops-db "Operation shards" { partitioning: hash, shardKey: documentId, shardKeyCardinality: high, shardCount: 24, rationale: "a unique constraint on document and version turns the second writer away in one ACID insert; sharded by document" }
        set collab-svc -> ops-db { protocol: sql }
        queue snapshot-queue "Snapshots to make"
        set snapshotter { perInstanceRps: 50, serviceTimeMs: 20 }
        collab-svc -> snapshot-queue by publish "cmd: make a snapshot" { trigger: writes, callsPerRequest: 0.01, dataFlows: [snapshot] }
        snapshot-queue -> snapshotter by consume-queue { dataFlows: [snapshot] }
        snapshotter -> ops-db by db-read { queryPattern: range, trigger: all, dataFlows: [document-op] }
        set snapshotter -> snapshot-store { callsPerRequest: 1 }
        remove snapshotter -> snapshot-dlq
        snapshot-queue -> snapshot-dlq by dead
      `,
    },
  ],
  mutants: [
    { what: 'Editors ask for changes by plain HTTP.', text: 'set editor -> edit-lb, edit-lb -> collab-svc { protocol: http, serverPush: false, heartbeatSeconds: unset }', fails: ['M1'] },
    { what: 'Nobody says that the balancer upgrades.', on: ['reference', 'postgres-log'], text: 'set edit-lb { websocketSupport: unset, persistentConnections: unset }', fails: ['M1'] },
    { what: 'Nobody says what is spoken with the editors.', text: 'set editor -> edit-lb, edit-lb -> collab-svc { protocol: unset, serverPush: unset }', fails: [], leavesOpen: ['M1'] },
    { what: 'Editors land on any server.', on: ['reference', 'postgres-log'], text: 'set edit-lb { algorithm: round-robin, hashKey: unset }', fails: ['M2'] },
    { what: 'No bus between the servers.', on: ['any-server'], text: 'remove op-bus', fails: ['M2'] },
    { what: 'Operations are appended blindly.', text: 'set c3 { conditionalWrite: false }', fails: ['M3'] },
    { what: 'Nobody says whether the version is checked.', text: 'set c3 { conditionalWrite: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'One table, not spread.', text: 'set ops-db { partitioning: none }', fails: ['M4'] },
    { what: 'Spread by day.', text: 'set ops-db { shardKeyCardinality: low }', fails: ['M4'] },
    { what: 'The server writes a snapshot with each hundredth key.', text: 'collab-svc -> snapshot-store by blob-write { callsPerRequest: 0.01, requestBytes: 300000, dataFlows: [snapshot] }', fails: ['M5'] },
    { what: 'Nobody makes snapshots.', text: 'remove snapshotter -> snapshot-store', fails: ['M5'] },
    { what: 'Permissions in a store without transactions.', text: 'set docs-db { transactions: single-item }', fails: ['M6'] },
    { what: 'Connections are cut at once.', text: 'set edit-lb { connectionDrainingSeconds: 0 }', fails: ['B1'] },
    { what: 'Nobody says how connections end.', text: 'set edit-lb { connectionDrainingSeconds: unset }', fails: [], leavesOpen: ['B1'] },
    { what: 'Sessions in memory, and scaling takes copies away.', on: ['reference', 'postgres-log'], text: 'set collab-svc { autoScaling: automatic }', fails: ['B2'] },
    { what: 'Two copies for all folders.', text: 'set doc-svc { instances: 2, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
    { what: 'The log without a reason.', text: 'set ops-db { rationale: unset }', fails: [], leavesOpen: ['database-reason'] },
    { what: 'One database for all folders, and no second copy.', text: 'set docs-db { replicas: 0, readReplicas: 0, replicationMode: none, highAvailability: none }', fails: ['no-single-point'] },
  ],
};
