import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { exactlyOnce } from '../curveballs/exactly-once.ts';
import type { Scenario } from '../scenario.ts';

/** A gigabyte comes in, is worked on for minutes, and goes out to everybody. */
export const videoStreaming: Scenario = {
  id: 'video-streaming',
  title: 'Video streaming',
  knownFrom: 'YouTube',
  type: 'product',
  difficulty: 'medium',
  topics: ['large-files', 'queues', 'caching', 'streams', 'scaling'],
  brief: 'People upload videos; you turn them into several qualities; others watch them all over the world, and see how often each was watched.',
  functional: [
    { id: 'upload', text: 'Upload a video.' },
    { id: 'transcode', text: 'Turn it into several qualities.' },
    { id: 'watch', text: 'Watch it at the quality that the line carries at the moment.' },
    { id: 'views', text: 'See how often it was watched.' },
  ],
  nonFunctional: [
    { id: 'uploads', text: '2 uploads/s of 1 GB each.' },
    { id: 'segments', text: '200,000 requests/s for segments, worldwide.' },
    { id: 'work', text: 'Transcoding takes minutes for each video.' },
    { id: 'start', text: 'A video starts within 1 s.' },
    { id: 'lag', text: 'View counts may be minutes behind.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'video-master', name: 'Video master', alsoCalled: ['master', 'raw video', 'original', 'original video', 'uploaded video', 'source video', 'upload'], about: 'The file as somebody uploaded it.', classification: 'internal', mutability: 'immutable', consistencyNeed: 'eventual' },
    { id: 'rendition', name: 'Rendition', alsoCalled: ['segment', 'video segment', 'transcoded video', 'encoded video', 'stream segment', 'chunk', 'quality', 'video'], about: 'A few seconds of the video in one quality, and the lists of them.', classification: 'public', mutability: 'immutable', consistencyNeed: 'eventual' },
    { id: 'video-metadata', name: 'Video metadata', alsoCalled: ['metadata', 'video info', 'video details', 'video record', 'manifest'], about: 'Title, channel, captions, and whether it is ready.', classification: 'public', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'view', name: 'View', alsoCalled: ['view event', 'view count', 'watch event', 'play', 'impression', 'view counter'], about: 'Somebody has watched a part of a video.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual', lossTolerant: true },
  ],
  phases: {
    requirements: ['Asks how large videos are, and how soon after the upload one can watch them.', 'Asks how exact and how fresh view counts must be.'],
    entities: ['Keeps the master apart from the renditions: one is written once and read once, the others are read by the world.'],
    api: ['Gets an upload address with POST /videos, and a list of qualities with GET /videos/{id}.', 'Reports views in batches, without waiting for an answer that matters.'],
    'high-level-design': ['Draws three ways that hardly touch: uploading, watching, counting.'],
    'deep-dives': ['Calculates how many transcoders two uploads a second need.', 'Compares how long a message is hidden with the slowest transcoding.', 'Says what fraction of segments reaches the origin, and what that costs.'],
  },
  checks: [
    { id: 'M1', title: 'Videos are uploaded in chunks, straight to blob storage, with presigned addresses.', mandatory: true, topics: ['large-files'], fact: { fact: 'direct', entity: 'video-master', access: 'write', where: [['chunkedUpload', '=', true]] } },
    { id: 'M2', title: 'Transcoding waits behind a queue that hides a message for twice as long as the slowest one takes.', mandatory: true, topics: ['queues'], fact: { fact: 'all', of: [{ fact: 'deferred', entity: 'rendition' }, { fact: 'silent', rules: ['queue/visibility-timeout-too-short'] }] } },
    {
      id: 'M3',
      title: 'Segments come from a CDN that answers nine of ten itself.',
      mandatory: true,
      topics: ['caching', 'large-files'],
      fact: { fact: 'all', of: [{ fact: 'direct', entity: 'rendition', access: 'read' }, { fact: 'connection', from: { kind: 'client' }, to: { kind: 'cdn', where: [['hitRatio', '>=', 0.9]] }, carries: 'rendition' }] },
    },
    {
      id: 'M4',
      title: 'Renditions lie in blob storage, what is known of them in a database.',
      mandatory: true,
      topics: ['large-files'],
      fact: { fact: 'all', of: [{ fact: 'kept-in', entity: 'rendition', in: { kind: 'blob-storage' } }, { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: 'core-database' }, where: [['access', '!=', 'read']], carries: 'video-metadata' }] },
    },
    { id: 'M5', title: 'Views are counted in windows over a stream.', mandatory: true, topics: ['streams'], fact: { fact: 'all', of: [{ fact: 'windowed', entity: 'view' }, { fact: 'silent', rules: ['stream/window-*'] }] } },
    { id: 'M6', title: 'No client waits for a worker.', mandatory: true, topics: ['queues'], fact: { fact: 'off-path', of: { kind: 'worker' } } },
    { id: 'B1', title: 'A cache answers most reads of metadata.', mandatory: false, topics: ['caching'], fact: { fact: 'cached', entity: 'video-metadata', hitRatio: 0.8 } },
    { id: 'B2', title: 'Transcoders, like all workers, have a third of their time to spare.', mandatory: false, topics: ['scaling'], fact: { fact: 'utilisation', below: 0.7, of: { kind: 'worker' } } },
  ],
  hints: [
    'What of all this does the uploader not have to wait for?',
    '200,000 times a second, a megabyte. From where?',
    'Blob storage takes the upload, a queue hands it to workers, a CDN serves the segments, and views go into a stream.',
    'An event of S3 puts the master into SQS, which hides it for an hour; 400 workers write renditions back; CloudFront with an origin shield serves them; a job on the stream counts views for each minute.',
  ],
  mistakes: [
    { text: 'Transcoding within the upload request: the uploader waits for minutes, and a timeout starts it all again.', when: { fact: 'not', of: { fact: 'off-path', of: { kind: 'worker' }, carries: 'video-master' } }, shown: 'upload-svc -> transcoder by call { access: write, dataFlows: [video-master] }' },
    { text: 'The message comes back while the first transcoder still works: each long video is done twice.', when: { fact: 'not', of: { fact: 'silent', rules: ['queue/visibility-timeout-too-short'] } }, shown: 'set upload-queue { visibilityTimeoutSeconds: 300 }' },
    { text: 'Segments come from the application servers.', when: { fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['access', '!=', 'write']], carries: 'rendition' }, shown: 'set viewer -> gateway { dataFlows: [video-metadata, view, rendition] }\nset gateway -> video-svc { dataFlows: [video-metadata, rendition] }\nvideo-svc -> video-store by blob-read { dataFlows: [rendition] }' },
    {
      text: 'One row of the database is increased by one for each view: the most popular video is one hot row.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'service' }, to: { kind: 'core-database' }, where: [['access', '!=', 'read']], carries: 'view' }, { fact: 'not', of: { fact: 'windowed', entity: 'view' } }] },
      shown: 'remove view-stream, view-counter\nbeacon-svc -> counts-db by kv-write { dataFlows: [view] }',
    },
    { text: 'Renditions raise the same event as uploads do, so each is transcoded again, for ever.', when: { fact: 'loops', entity: 'rendition' }, shown: 'set video-store -> upload-queue, upload-queue -> transcoder { dataFlows: [video-master, rendition] }' },
  ],
  curveballs: [
    {
      id: 'cup-final',
      title: 'The cup final',
      says: 'The highlights of the cup final are with you alone. For one night the world reads ten times as much: 2,000,000 segments a second, and the pages around them. What do your servers notice of it?',
      load: { access: 'read', times: 10 },
      checks: [
        { id: 'cup-final-drawn', title: 'Clients read 2,000,000 times a second and more.', topics: ['scaling'], fact: { fact: 'load', atLeast: 2_000_000, access: 'read' } },
        { id: 'cup-final-headroom', title: 'Everything has headroom under ten times the reads.', topics: ['scaling'], fact: { fact: 'utilisation', below: 0.8 } },
        { id: 'cup-final-cached', title: 'A cache answers nineteen of twenty reads of metadata.', topics: ['caching'], fact: { fact: 'cached', entity: 'video-metadata', hitRatio: 0.95 } },
      ],
      debrief: 'A good answer is calm about the segments: all want the same ones, so the CDN hardly notices, and its shield asks the origin once. The pages are what hurts: let the CDN or a larger cache keep them for some seconds, start more servers before the whistle, and say how you knew how many.',
      answer: `
        set gateway { instances: 20 }
        set video-svc { instances: 330, maxInstances: 400 }
        set metadata-cache { hitRatio: 0.98, instances: 9 }
        set cdn { hitRatio: 0.995 }
      `,
    },
    {
      ...deleteMyData({ entities: ['video-master', 'rendition', 'video-metadata'] }),
      answer: `
        set video-store { versioning: false }
        queue delete-queue "Deletions"
        dlq delete-dlq "Deletions DLQ"
        worker deleter "Deleter" { instances: 2 }
        upload-svc -> delete-queue by publish { outbox: true, callsPerRequest: 0.01, dataFlows: [video-metadata] }
        delete-queue -> deleter by consume-queue { dataFlows: [video-metadata] }
        delete-queue -> delete-dlq by dead
        deleter -> video-store by blob-write { dataFlows: [video-master, rendition] }
      `,
    },
    {
      ...exactlyOnce({
        entity: 'view',
        title: 'Views are money',
        says: 'From next month we pay creators for each view. Advertisers have counted too, and came to fewer. Whatever is tried again, a view counts once. Where does a second try arrive, and who throws it away?',
        alsoChecks: [{ id: 'exactly-once-no-loss', title: 'Nobody may lose a view on the way any more.', topics: ['durability'], fact: { fact: 'not', of: { fact: 'connection', from: { kind: ['service', 'worker'] }, to: { kind: ['queue', 'stream'] }, where: [['lossTolerant', '=', true]], carries: 'view' } } }],
      }),
      answer: `
        set entity view { lossTolerant: false }
        set viewer -> gateway { idempotencyKey: true }
        set beacon-svc -> view-stream { lossTolerant: false }
        set view-counter -> counts-db { conditionalWrite: true }
      `,
    },
  ],
  pitch:
    'Three ways that hardly touch. Uploading: the browser sends chunks straight to blob storage, whose event waits in a queue for a transcoder; the queue hides it for twice as long as the slowest video takes, and a finished one is marked ready in the database. Watching: segments never change, so a CDN keeps them near the viewer and asks the origin for three of a hundred. Counting: views go into a stream and are added up by the minute, because nobody minds if they are a little late.',
  designs: [
    {
      id: 'reference',
      title: 'Storage events, a queue, windows by the minute',
      about: 'An event of the bucket feeds a queue of transcoders, a CDN serves what they write, and a worker counts views from a stream, minute by minute.',
      text: `
        web-client viewer "Viewer"
        cdn cdn "CDN" { contentTypes: [video, images], hitRatio: 0.97, rangeRequests: true }
        blob video-store "Video store" { metadataStore: metadata-db, chunkBytes: 16777216 }
        queue upload-queue "Upload queue" { visibilityTimeoutSeconds: 3600 }
        dlq upload-dlq "Upload DLQ"
        worker transcoder "Transcoder" { instances: 400, concurrencyPerInstance: 4, perInstanceRps: 0.0133, serviceTimeMs: 300000, processingP99Seconds: 900 }
        gateway gateway "Gateway"
        service video-svc "Video service" { instances: 36 }
        redis-cache metadata-cache "Metadata cache"
        postgres metadata-db "Metadata database" { rationale: "joins between videos, channels and captions; transactions on publish state; secondary indexes" }
        service upload-svc "Upload service" { instances: 2 }
        service beacon-svc "Beacon service" { instances: 16 }
        kafka view-stream "View stream" { partitionKey: videoId, partitions: 48 }
        worker view-counter "View counter" { instances: 12, perInstanceRps: 2000, streamProcessing: { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 10, allowedLatenessSeconds: 300, lateEventPolicy: update-result } }
        cassandra counts-db "Counts database" { instances: 6, shardKey: videoId, rationale: "time series counters per key, write throughput scales horizontally" }

        viewer -> cdn by cdn-read { peakRps: 200000, responseBytes: 1000000, dataFlows: [rendition], cacheable: true }
        cdn -> video-store by origin { dataFlows: [rendition] }
        viewer -> video-store by upload { peakRps: 2, requestBytes: 1000000000, dataFlows: [video-master] }
        video-store -> upload-queue by publish { peakRps: 2, dataFlows: [video-master] }
        upload-queue -> transcoder by consume-queue { consumerGroup: transcode, dataFlows: [video-master] }
        upload-queue -> upload-dlq by dead
        transcoder -> video-store by blob-write { callsPerRequest: 20, requestBytes: 50000000, dataFlows: [rendition] }
        transcoder -> metadata-db by db-write { conditionalWrite: true, dataFlows: [video-metadata] }
        viewer -> gateway by client-http { access: read-write, peakRps: 30000, readFraction: 0.7, dataFlows: [video-metadata, view] }
        gateway -> video-svc by route { access: read, dataFlows: [video-metadata] }
        video-svc -> metadata-cache by cache-read { dataFlows: [video-metadata] }
        video-svc -> metadata-db by db-read { cacheMissOf: metadata-cache, dataFlows: [video-metadata] }
        gateway -> upload-svc by route { access: write, callsPerRequest: 0.01, dataFlows: [video-metadata] }
        upload-svc -> metadata-db by db-write { dataFlows: [video-metadata] }
        gateway -> beacon-svc by route { access: write, callsPerRequest: 0.99, dataFlows: [view] }
        beacon-svc -> view-stream by publish { lossTolerant: true, requestBytes: 300, dataFlows: [view] }
        view-stream -> view-counter by consume { poisonPolicy: skip-and-log, consumerGroup: view-counts, dataFlows: [view] }
        view-counter -> counts-db by kv-write { callsPerRequest: 0.05, dataFlows: [view] }
        video-svc -> counts-db by kv-read { cacheMissOf: metadata-cache, dataFlows: [view] }
      `,
    },
    {
      id: 'one-table',
      title: 'One DynamoDB table for metadata and counts',
      about: 'Metadata and counts are items of the same video, so one table holds both, and one service answers for them. Take it while pages ask for one video at a time.',
      from: 'reference',
      text: `
        remove counts-db, upload-svc
        dynamodb metadata-db "Videos table" { shardKey: videoId, shardCount: 12, rationale: "A page is one key lookup by video id; counts of a minute are added to the same partition, and throughput scales horizontally" }
        set transcoder -> metadata-db, video-svc -> metadata-db { protocol: nosql-api }
        gateway -> video-svc by route { access: write, callsPerRequest: 0.01, dataFlows: [video-metadata] }
        video-svc -> metadata-db by kv-write { conditionalWrite: true, dataFlows: [video-metadata] }
        view-counter -> metadata-db by kv-write { callsPerRequest: 0.05, dataFlows: [view] }
      `,
    },
    {
      id: 'two-buckets',
      title: 'Masters apart from renditions',
      about: 'Masters lie in a bucket of their own, so that only they raise events and can be put away cheaply; the stream itself states its windows. Take it when rules for keeping and reading the two differ.',
      from: 'reference',
      text: `
        remove viewer -> video-store, video-store -> upload-queue
        blob master-store "Masters" { metadataStore: metadata-db, chunkBytes: 16777216, lifecyclePolicy: tier-and-expire }
        viewer -> master-store by upload { peakRps: 2, requestBytes: 1000000000, dataFlows: [video-master] }
        master-store -> upload-queue by publish { peakRps: 2, dataFlows: [video-master] }
        transcoder -> master-store by blob-read { trigger: all, responseBytes: 1000000000, timeoutMs: 60000, dataFlows: [video-master] }
        set view-counter { streamProcessing: unset }
        set view-stream { windowing: tumbling, windowBy: time, windowSizeSeconds: 60, timeSemantics: event-time, watermarkDelaySeconds: 10, allowedLatenessSeconds: 300, lateEventPolicy: update-result }
      `,
    },
  ],
  mutants: [
    { what: 'The upload comes in one piece.', on: ['reference', 'one-table'], text: 'set viewer -> video-store { chunkedUpload: false }', fails: ['M1'] },
    { what: 'The master comes in one piece.', on: ['two-buckets'], text: 'set viewer -> master-store { chunkedUpload: false }', fails: ['M1'] },
    { what: 'The upload passes a service.', on: ['reference'], text: 'remove viewer -> video-store\nset viewer -> gateway { dataFlows: [video-metadata, view, video-master] }\nset gateway -> upload-svc { dataFlows: [video-metadata, video-master] }\nupload-svc -> video-store by blob-write { dataFlows: [video-master] }', fails: ['M1'] },
    { what: 'Messages come back in the middle of the work.', text: 'set upload-queue { visibilityTimeoutSeconds: 600 }', fails: ['M2'] },
    { what: 'Nobody says how long transcoding takes.', text: 'set transcoder { processingP99Seconds: unset }', fails: [], leavesOpen: ['M2'] },
    { what: 'The video service transcodes while the uploader waits.', text: 'remove transcoder, upload-queue, upload-dlq\nvideo-svc -> video-store by blob-write { callsPerRequest: 0.001, dataFlows: [rendition] }', fails: ['M2'] },
    { what: 'The uploader waits for the transcoder.', text: 'remove upload-queue, upload-dlq\nvideo-svc -> transcoder by call { access: write, callsPerRequest: 0.0001, timeoutMs: 900000, dataFlows: [video-master] }', fails: ['M2', 'M6'] },
    { what: 'A CDN that is asked for much that nobody else wants.', text: 'set cdn { hitRatio: 0.6 }', fails: ['M3'] },
    { what: 'Nobody says how often the CDN helps.', text: 'set cdn { hitRatio: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'Segments come from the bucket itself.', text: 'remove cdn\nviewer -> video-store by blob-read { peakRps: 200000, responseBytes: 1000000, dataFlows: [rendition] }', fails: ['M3'] },
    { what: 'Renditions lie in the database.', text: 'remove transcoder -> video-store\ntranscoder -> metadata-db by db-write { conditionalWrite: true, callsPerRequest: 20, dataFlows: [rendition] }', fails: ['M4'] },
    { what: 'Views are counted one by one.', on: ['reference', 'one-table'], text: 'set view-counter { streamProcessing: { windowing: none } }', fails: ['M5'] },
    { what: 'Nobody says how views are gathered.', on: ['reference', 'one-table'], text: 'set view-counter { streamProcessing: unset }', fails: [], leavesOpen: ['M5'] },
    { what: 'Each view is written at once.', text: 'remove view-stream, view-counter\nbeacon-svc -> metadata-db by db-write { callsPerRequest: 0.05, dataFlows: [view] }', fails: ['M5'] },
    { what: 'The page waits for the counter.', text: 'video-svc -> view-counter by call { access: read, callsPerRequest: 0.01, dataFlows: [view] }', fails: ['M6'] },
    { what: 'No cache in front of the metadata.', text: 'remove metadata-cache\nset metadata-db { perInstanceReadRps: 90000, perPartitionReadRps: 9000 }', fails: ['B1'] },
    { what: 'Just enough transcoders.', text: 'set transcoder { instances: 200, autoScaling: manual }', fails: ['B2'] },
    { what: 'Ten servers for all pages.', text: 'set video-svc { instances: 10, autoScaling: manual }', fails: ['headroom', 'no-errors'] },
  ],
};
