import { addBeside, addConnection, fix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { consumeEdges } from './broker-terms.ts';
import { changeToStream } from './queue-terms.ts';

/** A consumer wants to read again what a queue deletes. */
export const replayExpected = componentRule({
  id: 'queue/replay-expected',
  kinds: ['queue'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: { gone: { text: '{consumer} wants to re-read old messages; {name} deletes them once acknowledged.' } },
  docs: {
    what: 'A consumer of a queue needs to read old messages again.',
    why: 'A queue forgets a message as soon as somebody has acknowledged it, for everyone.',
    fix: 'Use a stream that retains its events, or archive the messages as well.',
    silentWhen: ['The messages are archived: the queue also feeds a blob storage.'],
    sources: ['Enterprise Integration Patterns, message store.'],
    question: 'A consumer had a bug for three days: from where does it read those messages again?',
  },
  examples: {
    bad: 'service api\nqueue orders\nworker billing\nqueue failed { isDeadLetterQueue: true }\napi -> orders\norders -> billing { replayRequired: true }\norders -> failed { interaction: dead-letter }',
    good: 'service api\nstream orders\nworker billing\napi -> orders\norders -> billing { replayRequired: true }',
  },
  check({ id, name }, { graph }) {
    const consuming = consumeEdges(graph, id);
    const replaying = consuming.filter(({ connection }) => connection.properties.replayRequired === true);
    const [first] = replaying;
    if (!first) return consuming.length === 0 ? undefined : pass;
    if (consuming.some(({ to }) => to.kind === 'blob-storage')) return pass;
    return fail('gone', {
      data: { name, consumer: first.to.name },
      related: replaying.flatMap((edge) => [
        { id: edge.id, role: 'replay' },
        { id: edge.to.id, role: 'consumer' },
      ]),
      witness: [id, ...replaying.flatMap((edge) => [edge.id, edge.to.id])],
      evidence: replaying.map((edge) => ({ record: edge.id, property: 'replayRequired', value: true })),
    });
  },
  fixes({ primary }, { graph }): readonly Fix[] {
    const archive = fix('Archive the messages in blob storage', 'suggest', (diagram, freshId) => {
      const id = freshId();
      const added = addBeside(diagram, { id, kind: 'blob-storage', name: 'Archive', anchor: primary, direction: 'below' });
      return addConnection(added, freshId(), primary, id, 'consume');
    });
    return [...changeToStream(graph, primary), archive];
  },
});
