import { deleteMyData } from '../curveballs/delete-my-data.ts';
import { tenTimesTheWrites } from '../curveballs/ten-times-the-writes.ts';
import type { Scenario } from '../scenario.ts';

/** What the people one follows have posted: prepared when they post, not when one looks. */
export const newsFeed: Scenario = {
  id: 'news-feed',
  title: 'News feed',
  knownFrom: 'Facebook, X',
  type: 'product',
  difficulty: 'medium',
  topics: ['caching', 'events', 'streams', 'scaling', 'large-files'],
  brief: 'People follow authors, post text and pictures, and open a home feed with the newest posts of those they follow.',
  functional: [
    { id: 'post', text: 'Post text and media.' },
    { id: 'follow', text: 'Follow an author.' },
    { id: 'feed', text: 'Read a home feed of the authors one follows, newest first.' },
  ],
  nonFunctional: [
    { id: 'load', text: '60,000 requests/s, 98 % of them reads.' },
    { id: 'posts', text: '960 posts/s.' },
    { id: 'followers', text: 'An author has 100 followers on average, celebrities left out.' },
    { id: 'latency', text: 'A feed opens within 500 ms, p99.' },
    { id: 'lag', text: 'A feed may be a minute behind.' },
    { id: 'worldwide', text: 'Media are watched all over the world.' },
  ],
  settings: { interviewType: 'product', availabilityTarget: 0.999, latencyTargetP99Ms: 500 },
  entities: [
    { id: 'post', name: 'Post', alsoCalled: ['tweet', 'status', 'message', 'update'], about: 'What an author has written, with links to media.', classification: 'public', mutability: 'mutable', consistencyNeed: 'read-your-writes' },
    { id: 'follow', name: 'Follow', alsoCalled: ['follower', 'followee', 'following', 'friend', 'subscription', 'relationship', 'social graph'], about: 'Who follows whom.', classification: 'internal', mutability: 'mutable', consistencyNeed: 'eventual' },
    { id: 'feed-item', name: 'Feed item', alsoCalled: ['feed', 'feed entry', 'news feed', 'home feed', 'timeline', 'timeline entry', 'home timeline'], about: 'One post in the feed of one follower.', classification: 'internal', mutability: 'append-only', consistencyNeed: 'eventual' },
    { id: 'media', name: 'Media', alsoCalled: ['image', 'picture', 'photo', 'video', 'media file'], about: 'Pictures and videos of posts.', classification: 'public', mutability: 'immutable', consistencyNeed: 'eventual' },
  ],
  phases: {
    requirements: ['Asks how many followers an author has, on average and at most.', 'Says that a feed may be a minute behind, and that one sees one’s own post at once.'],
    entities: ['Makes the feed item an entity of its own, apart from the post.'],
    api: ['Reads GET /feed?cursor=…, page by page with a cursor instead of an offset.', 'Posts media by asking for an upload address first.'],
    'high-level-design': ['Compares preparing feeds on writing with gathering them on reading, in numbers.', 'Keeps the way of a post apart from the way of a feed.'],
    'deep-dives': ['Calculates the fan-out: 960 posts/s times 100 followers.', 'Says what happens when somebody with ten million followers posts.', 'Keeps media away from the services.'],
  },
  checks: [
    {
      id: 'M1',
      title: 'A feed is read from where it was prepared, not gathered from all authors on the spot.',
      mandatory: true,
      topics: ['scaling'],
      fact: { fact: 'all', of: [{ fact: 'silent', rules: ['connection/unbounded-sync-fan-out'] }, { fact: 'connection', from: { kind: 'service' }, to: { kind: ['core-database', 'distributed-cache'] }, where: [['access', '!=', 'write']], carries: 'feed-item' }] },
    },
    { id: 'M2', title: 'Feeds are filled behind a queue or stream; the author does not wait.', mandatory: true, topics: ['events', 'streams'], fact: { fact: 'deferred', entity: 'feed-item' } },
    { id: 'M3', title: 'Media go straight to blob storage, and come back over a CDN.', mandatory: true, topics: ['large-files'], fact: { fact: 'all', of: [{ fact: 'direct', entity: 'media', access: 'write' }, { fact: 'direct', entity: 'media', access: 'read' }] } },
    { id: 'M4', title: 'A cache answers most reads of feeds.', mandatory: true, topics: ['caching'], fact: { fact: 'cached', entity: 'feed-item', hitRatio: 0.8 } },
    { id: 'M5', title: 'Feeds follow the store of posts, and nobody writes both at once.', mandatory: true, topics: ['events'], fact: { fact: 'derived', entity: 'feed-item', from: 'post' } },
    { id: 'M6', title: 'It holds at 60,000 requests/s and the 96,000 feed items/s that come of 960 posts.', mandatory: true, topics: ['scaling'], fact: { fact: 'all', of: [{ fact: 'load', atLeast: 60_000 }, { fact: 'entity-load', entity: 'feed-item', atLeast: 96_000, below: 0.8 }, { fact: 'utilisation', below: 0.8 }] } },
    { id: 'B1', title: 'The fan-out has an upper bound: celebrities are treated differently.', mandatory: false, topics: ['scaling'], fact: { fact: 'connection', from: { kind: ['worker', 'service'] }, to: { kind: ['core-database', 'distributed-cache'] }, where: [['access', '!=', 'read'], ['fanOutBound', '=', 'bounded']], carries: 'feed-item' } },
    {
      id: 'B2',
      title: 'Workers process media behind a queue, and what fails is set aside.',
      mandatory: false,
      topics: ['queues', 'large-files'],
      fact: { fact: 'all', of: [{ fact: 'leads-to', of: [{ kind: ['queue', 'stream'] }, { kind: 'worker' }], carries: 'media' }, { fact: 'silent', rules: ['queue/missing-dead-letter-queue', 'stream/poison-event-blocks-partition'] }] },
    },
  ],
  hints: [
    'A post is written once and read by a hundred people. Where do you want to do the work?',
    'Somebody with ten million followers posts. How long is your queue then?',
    'Let a stream carry posts to workers that write into the feeds of followers, many rows at a time; merge celebrities when somebody reads.',
    'Captured changes of the posts table feed a stream; workers read the followers and write a wide row for each user into Cassandra; Redis answers nine of ten reads before it.',
  ],
  mistakes: [
    { text: 'Asking for the posts of every author one follows, one after the other, while the reader waits.', when: { fact: 'not', of: { fact: 'silent', rules: ['connection/unbounded-sync-fan-out'] } }, shown: 'feed-svc -> posts-db by kv-read { callsPerRequest: 100, dataFlows: [post] }' },
    {
      text: 'Writing into all feeds before the author gets an answer.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'service' }, to: { kind: ['core-database', 'distributed-cache'] }, where: [['access', '!=', 'read']], carries: 'feed-item' }, { fact: 'not', of: { fact: 'deferred', entity: 'feed-item' } }] },
      shown: 'remove fanout-worker, post-events\npost-svc -> feed-db by kv-write { callsPerRequest: 100, batchSize: 100, dataFlows: [feed-item] }',
    },
    { text: 'Saving the post and announcing it in two steps: a crash in between, and followers never see it.', when: { fact: 'not', of: { fact: 'silent', rules: ['database/dual-write-to-broker'] } }, shown: 'remove posts-db -> post-events\npost-svc -> post-events by publish { dataFlows: [post] }' },
    {
      text: 'Carrying pictures and videos through the API.',
      when: { fact: 'all', of: [{ fact: 'connection', from: { kind: 'client' }, to: { kind: 'service' }, where: [['access', '!=', 'read']], carries: 'media' }, { fact: 'connection', from: { kind: 'service' }, to: { kind: 'blob-storage' }, where: [['access', '!=', 'read']], carries: 'media' }, { fact: 'not', of: { fact: 'direct', entity: 'media', access: 'write' } }] },
      shown: 'remove user -> media-store\nset user -> gateway { dataFlows: [post, follow, feed-item, media] }\nset gateway -> post-svc { dataFlows: [post, media] }\npost-svc -> media-store by blob-write { dataFlows: [media] }',
    },
  ],
  curveballs: [
    {
      id: 'celebrity',
      title: 'A celebrity joins',
      says: 'A football star signs up, and fifty million people follow within a day. The next post is due tonight. What happens to your queue, and what do you do about it?',
      checks: [
        { id: 'celebrity-bounded', title: 'Writing into feeds stops at a bound, however many follow.', topics: ['scaling'], fact: { fact: 'connection', from: { kind: ['worker', 'service'] }, to: { kind: ['core-database', 'distributed-cache'] }, where: [['access', '!=', 'read'], ['fanOutBound', '=', 'bounded']], carries: 'feed-item' } },
        { id: 'celebrity-merged', title: 'Whoever answers for feeds also reads posts, and merges what was never written into them.', topics: ['scaling'], fact: { fact: 'connection', from: { kind: 'service' }, to: { kind: ['core-database', 'distributed-cache'] }, where: [['access', '!=', 'write']], carries: 'post' } },
        { id: 'celebrity-cached', title: 'A cache answers most reads of posts: everybody asks for the same few.', topics: ['caching'], fact: { fact: 'cached', entity: 'post', hitRatio: 0.8 } },
      ],
      debrief: 'A good answer writes nothing into fifty million feeds. Above some number of followers a post stays where it is, and the feed service merges the few celebrities one follows when one looks. Their posts are the hottest keys there are, so a cache stands in front.',
      answer: `
        redis-cache posts-cache "Posts cache" { hitRatio: 0.98 }
        feed-svc -> posts-cache by cache-read { callsPerRequest: 0.5, dataFlows: [post] }
        feed-svc -> posts-db by kv-read { callsPerRequest: 0.5, cacheMissOf: posts-cache, dataFlows: [post] }
      `,
    },
    {
      ...tenTimesTheWrites({ writesPerSecond: 1200, debrief: 'Ten times the posts would be a million feed items a second. A good answer first asks who reads them: feeds of people who have not looked for a week can be made when they come back, and that takes two thirds away. The rest is partitions: more of them in the stream, in the tables and in the feed store.' }),
      answer: `
        set post-svc { instances: 15, maxInstances: 30 }
        set social-svc { instances: 4, maxInstances: 8 }
        set feed-svc { maxInstances: 140 }
        set posts-db { shardCount: 20 }
        set follows-db { shardCount: 12, hottestKeyShare: 0.001 }
        set post-events { partitions: 96 }
        set fanout-worker { instances: 60, maxInstances: 90 }
        set fanout-worker -> feed-db { callsPerRequest: 30, batchSize: 30, rationale: "Only feeds that somebody has opened this week; the others are made when their readers come back." }
        set feed-db { instances: 150 }
      `,
    },
    { ...deleteMyData({ entities: ['post', 'feed-item', 'media'] }), answer: 'set feed-db { dataRetentionDays: 30 }\nset media-store { versioning: false }' },
  ],
  pitch:
    'Feeds are read fifty times as often as anybody posts, so the work happens on writing. A post is saved once; captured changes bring it to a stream, and workers write it into the feed of each follower, many rows at a time: 960 posts become about 100,000 rows a second, which a wide-row store spreads over its nodes. A cache answers nine of ten reads. Celebrities are left out of the fan-out and merged on reading. Media go straight to blob storage and come back over a CDN.',
  designs: [
    {
      id: 'reference',
      title: 'Captured changes, a stream, wide rows',
      about: 'Changes of the posts table feed a stream; workers fill a wide row for each reader in Cassandra, and Redis answers most reads.',
      text: `
        mobile-client user "User"
        cdn cdn "CDN"
        blob media-store "Media store" { metadataStore: posts-db }
        queue media-queue "Media queue"
        dlq media-dlq "Media DLQ"
        worker media-worker "Media worker" { instances: 30, perInstanceRps: 20 }
        gateway gateway "Gateway" { instances: 6 }
        service post-svc "Post service" { instances: 3 }
        service social-svc "Social service" { instances: 3 }
        service feed-svc "Feed service" { instances: 90 }
        redis-cache feed-cache "Feed cache" { instances: 6, useCase: speed-expensive-queries }
        dynamodb posts-db "Posts database" { shardKey: postId, shardCount: 4, rationale: "key lookup by post id, partition by id scales horizontally, change stream feeds the fan-out" }
        dynamodb follows-db "Follows database" { shardKey: userId, shardCount: 4, rationale: "key lookup of the follower list, partition by user scales horizontally" }
        cassandra feed-db "Feed database" { instances: 60, shardKey: userId, rationale: "write-heavy fan-out: wide rows per user, write throughput scales horizontally" }
        kafka post-events "Post events" { partitionKey: authorId, partitions: 48 }
        worker fanout-worker "Fanout worker" { instances: 12, perInstanceRps: 200 }
        dlq fanout-dlq "Fanout DLQ"

        user -> cdn by cdn-read { peakRps: 100000, dataFlows: [media], cacheable: true }
        cdn -> media-store by origin { dataFlows: [media] }
        user -> media-store by upload { peakRps: 300, requestBytes: 3000000, dataFlows: [media] }
        media-store -> media-queue by publish { peakRps: 300, dataFlows: [media] }
        media-queue -> media-worker by consume-queue { consumerGroup: media, dataFlows: [media] }
        media-queue -> media-dlq by dead
        media-worker -> media-store by blob-write { requestBytes: 200000, dataFlows: [media] }
        media-worker -> posts-db by kv-write { conditionalWrite: true, dataFlows: [post] }
        user -> gateway by client-http { access: read-write, peakRps: 60000, readFraction: 0.98, dataFlows: [post, follow, feed-item] }
        gateway -> feed-svc by route { access: read, callsPerRequest: 0.9, dataFlows: [feed-item] }
        feed-svc -> feed-cache by cache-read { dataFlows: [feed-item] }
        feed-svc -> feed-db by kv-read { cacheMissOf: feed-cache, dataFlows: [feed-item] }
        gateway -> post-svc by route { access: write, callsPerRequest: 0.8, dataFlows: [post] }
        post-svc -> posts-db by kv-write { dataFlows: [post] }
        gateway -> social-svc by route { access: write, callsPerRequest: 0.2, dataFlows: [follow] }
        social-svc -> follows-db by kv-write { dataFlows: [follow] }
        posts-db -> post-events by cdc { dataFlows: [post] }
        post-events -> fanout-worker by consume { consumerGroup: fanout, dataFlows: [post] }
        fanout-worker -> follows-db by kv-read { trigger: all, dataFlows: [follow] }
        fanout-worker -> feed-db by kv-write { callsPerRequest: 100, batchSize: 100, fanOutBound: bounded, dataFlows: [feed-item] }
        fanout-worker -> fanout-dlq by dead
      `,
    },
    {
      id: 'postgres-outbox-queue',
      title: 'Postgres for posts and follows, an outbox and a queue',
      about: 'One service writes posts and follows into one relational database, and an outbox hands each post to a queue. Take it while 1,200 writes/s fit one primary: two stores and a stream less.',
      from: 'reference',
      text: `
        remove social-svc, follows-db, fanout-worker -> fanout-dlq, posts-db -> post-events
        postgres posts-db "Posts and follows" { rationale: "A post and its outbox row commit in one transaction, an index on (followee, follower) lists followers, and one primary carries 1,500 writes/s" }
        set post-svc -> posts-db, media-worker -> posts-db { protocol: sql }
        set gateway -> post-svc { callsPerRequest: 1, dataFlows: [post, follow] }
        set post-svc -> posts-db { dataFlows: [post, follow] }
        queue post-events "Post queue"
        post-svc -> post-events by publish { outbox: true, callsPerRequest: 0.8, dataFlows: [post] }
        set post-events -> fanout-worker { poisonPolicy: unset, deliveryMode: unset }
        post-events -> fanout-dlq by dead
        fanout-worker -> posts-db by db-read { trigger: all, dataFlows: [follow] }
      `,
    },
    {
      id: 'feeds-in-redis',
      title: 'Feeds only in Redis',
      about: 'Each feed is a capped list in memory, written by the workers and read by the service; there is no second copy to keep. Take it when feeds are short and can be built again from posts after a loss.',
      from: 'reference',
      text: `
        remove feed-db
        redis-ephemeral feed-cache "Feed lists" { instances: 6, ttlSeconds: 604800 }
        fanout-worker -> feed-cache by cache-write { callsPerRequest: 100, batchSize: 100, fanOutBound: bounded, dataFlows: [feed-item] }
      `,
    },
  ],
  mutants: [
    { what: 'The feed is gathered from a hundred authors on the spot.', text: 'set posts-db { perInstanceReadRps: 9000000, perPartitionReadRps: 9000000 }\nset feed-svc { perInstanceRps: 2000 }\nfeed-svc -> posts-db by kv-read { callsPerRequest: 100, dataFlows: [post] }', fails: ['M1'] },
    { what: 'The feed is gathered from posts, and no feed is ever read.', text: 'remove feed-svc -> feed-cache, feed-svc -> feed-db\nfeed-svc -> posts-db by kv-read { callsPerRequest: 0.1, dataFlows: [post] }', on: ['reference', 'postgres-outbox-queue'], fails: ['M1', 'M4'] },
    { what: 'The author waits for all feeds.', text: 'remove fanout-worker, post-events, fanout-dlq\npost-svc -> feed-db by kv-write { callsPerRequest: 100, batchSize: 100, fanOutBound: bounded, dataFlows: [feed-item] }', on: ['reference', 'postgres-outbox-queue'], fails: ['M2', 'M5'] },
    { what: 'The author waits for all lists.', text: 'remove fanout-worker, post-events, fanout-dlq\npost-svc -> feed-cache by cache-write { callsPerRequest: 100, batchSize: 100, fanOutBound: bounded, dataFlows: [feed-item] }', on: ['feeds-in-redis'], fails: ['M2', 'M5'] },
    { what: 'Workers never write into a feed.', text: 'remove fanout-worker, post-events, fanout-dlq', fails: ['M2', 'M5', 'M6', 'B1'] },
    { what: 'Media come from the bucket itself.', text: 'remove cdn\nuser -> media-store by blob-read { peakRps: 100000, dataFlows: [media] }', fails: ['M3'] },
    { what: 'Uploads without a presigned address.', text: 'set user -> media-store { authorization: none }', fails: ['M3', 'no-errors'] },
    { what: 'Nobody says how uploads are allowed.', text: 'set user -> media-store { authorization: unset }', fails: [], leavesOpen: ['M3'] },
    { what: 'No cache in front of the feeds.', text: 'remove feed-cache\nset feed-db { perInstanceReadRps: 50000 }', on: ['reference', 'postgres-outbox-queue'], fails: ['M4'] },
    { what: 'A cache that is too small to help.', text: 'set feed-cache { hitRatio: 0.5 }', on: ['reference', 'postgres-outbox-queue'], fails: ['M4'] },
    { what: 'Nobody says how often the cache helps.', text: 'set feed-cache { hitRatio: unset }', on: ['reference', 'postgres-outbox-queue'], fails: [], leavesOpen: ['M4'] },
    { what: 'Posts are saved and announced in two steps.', text: 'remove posts-db -> post-events\npost-svc -> post-events by publish { dataFlows: [post] }', on: ['reference', 'feeds-in-redis'], fails: ['M5'] },
    { what: 'The outbox is forgotten.', text: 'set post-svc -> post-events { outbox: false }', on: ['postgres-outbox-queue'], fails: ['M5'] },
    { what: 'A tenth of the load is drawn.', text: 'set user -> gateway { peakRps: 6000 }', fails: ['M6'] },
    { what: 'One row for each post.', text: 'set fanout-worker -> feed-db { callsPerRequest: 1 }', on: ['reference', 'postgres-outbox-queue'], fails: ['M6'] },
    { what: 'Nobody says into how many feeds a post goes.', text: 'set fanout-worker -> feed-db { callsPerRequest: unset }', on: ['reference', 'postgres-outbox-queue'], fails: [], leavesOpen: ['M6'] },
    { what: 'A feed store of three nodes.', text: 'set feed-db { instances: 3 }', on: ['reference', 'postgres-outbox-queue'], fails: ['M6'], leavesOpen: ['headroom'] },
    { what: 'Ten servers for all readers.', text: 'set feed-svc { instances: 10, autoScaling: manual }', fails: ['M6', 'headroom', 'no-errors'] },
    { what: 'The fan-out stops nowhere.', text: 'set fanout-worker -> feed-db { fanOutBound: unbounded }', on: ['reference', 'postgres-outbox-queue'], fails: ['B1'] },
    { what: 'The fan-out into lists stops nowhere.', text: 'set fanout-worker -> feed-cache { fanOutBound: unbounded }', on: ['feeds-in-redis'], fails: ['B1'] },
    { what: 'Nobody works on media.', text: 'remove media-queue, media-worker, media-dlq', fails: ['B2'] },
    { what: 'Media that always fail go nowhere.', text: 'remove media-dlq', fails: ['B2', 'dead-letter-queues'] },
  ],
};
