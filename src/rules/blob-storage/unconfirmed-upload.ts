import type { Component } from '#diagram/diagram.ts';
import { writes } from '#graph/access.ts';
import type { Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { addBeside, addConnection, fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { requestsTo } from './blob-storage-terms.ts';

/** Clients upload, and nobody notices when they are done. */
export const unconfirmedUpload = componentRule({
  id: 'blob-storage/unconfirmed-upload',
  kinds: ['blob-storage'],
  severity: 'suggestion',
  category: 'correctness',
  reach: 'neighbours',
  messages: { unnoticed: { text: 'Who notices that an upload to {name} finished or failed?' } },
  docs: {
    what: 'Clients upload straight to a bucket, and neither an event nor a check follows.',
    why: 'The service has only handed out a URL. Whether bytes ever arrived, it cannot know.',
    fix: 'Let the bucket publish an event for each new object, or let the service check after the upload.',
    silentWhen: ['The bucket emits events, or publishes them to a queue or stream.', 'A service, worker or job reads the bucket (or may).', "The access of the client's connection is not stated."],
    sources: ['AWS, S3 event notifications.'],
    question: 'How do you learn that an upload is complete?',
  },
  examples: {
    bad: 'client web\nblob-storage files\nweb -> files { access: write, authorization: presigned-url }',
    good: 'client web\nblob-storage files\nqueue uploaded\nworker scanner\nweb -> files { access: write, authorization: presigned-url }\nfiles -> uploaded -> scanner',
  },
  check(bucket, { graph }) {
    const uploads = requestsTo(graph, bucket).filter((edge) => edge.from.kind === 'client' && writes(edge) !== false);
    const [first] = uploads;
    if (!first) return undefined;
    if (isConfirmed(graph, bucket)) return pass;
    const writing = uploads.filter((edge) => writes(edge) === true);
    if (writing.length === 0) return notStated(first.id, 'access');
    return fail('unnoticed', {
      data: { name: bucket.name },
      related: writing.map(({ from }) => ({ id: from.id, role: 'uploader' })),
      witness: [...writing.slice(0, 1).flatMap(({ from, id }) => [from.id, id]), bucket.id],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    fix('Let a storage event tell a worker', 'suggest', (diagram, freshId) => {
      const bucket = diagram.components.get(primary);
      if (!bucket) return diagram;
      const [queue, worker, failed] = [freshId(), freshId(), freshId()];
      const withQueue = addBeside(diagram, { id: queue, kind: 'queue', name: `${bucket.name} events`, anchor: primary, direction: 'right' });
      const withWorker = addBeside(withQueue, { id: worker, kind: 'worker', name: 'Upload check', anchor: queue, direction: 'right' });
      const withFailed = addBeside(withWorker, { id: failed, kind: 'queue', name: `${bucket.name} events DLQ`, values: { isDeadLetterQueue: true }, anchor: queue, direction: 'below' });
      const published = addConnection(withFailed, freshId(), primary, queue, 'publish');
      const consumed = addConnection(published, freshId(), queue, worker, 'consume');
      return set(addConnection(consumed, freshId(), queue, failed, 'dead-letter'), primary, { eventNotifications: true });
    }),
  ],
});

/** Whether events tell of new objects, or code looks at them. */
function isConfirmed(graph: Graph, bucket: Component): boolean {
  if (bucket.properties.eventNotifications === true || graph.out(bucket.id).some(({ interaction }) => interaction === 'publish')) return true;
  return requestsTo(graph, bucket).some(({ from, connection }) => isCompute(from) && connection.properties.access !== 'write');
}
