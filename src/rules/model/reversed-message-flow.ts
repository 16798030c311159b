import { reverseConnection } from '#diagram/commands/reconnect.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { endsOf, reversedInteractions, sensibleInteractions } from './ends.ts';

/** A message arrow points against the way that the message travels. */
export const reversedMessageFlow = connectionRule({
  id: 'model/reversed-message-flow',
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: { backwards: { text: 'Messages flow from {to} to {from}; the arrow is drawn the other way round.' } },
  docs: {
    what: 'The arrow shows who polls, not where the message goes.',
    why: 'Consumers ask for messages, so people draw the arrow towards the broker. A reader then sees a producer where a consumer stands.',
    fix: 'Turn the arrow round: it shows the way of the message.',
    silentWhen: ['The arrow makes sense as it is drawn: a stream that mirrors a stream, a worker that produces.'],
    sources: ['Direction of arrows: calls show the caller, messages show their way.'],
    question: 'Which way does the message travel?',
  },
  examples: { bad: 'queue jobs\nworker mailer\nmailer -> jobs { interaction: consume }', good: 'queue jobs\nworker mailer\njobs -> mailer' },
  check(connection, { diagram }) {
    const ends = endsOf(diagram, connection);
    if (!ends) return undefined;
    if (reversedInteractions(connection, ends).length === 0) return pass;
    return fail('backwards', {
      data: { from: ends.from.name, to: ends.to.name },
      related: [
        { id: ends.to.id, role: 'source of the message' },
        { id: ends.from.id, role: 'target of the message' },
      ],
      witness: [ends.to.id, connection.id, ends.from.id],
    });
  },
  fixes({ primary }, { diagram }): readonly Fix[] {
    const connection = diagram.connections.get(primary);
    const ends = connection && endsOf(diagram, connection);
    if (!connection || !ends) return [];
    const consumes = connection.properties.interaction === 'publish' && sensibleInteractions(ends).includes('consume');
    const reverse: Fix = { title: 'Reverse the arrow', kind: consumes ? 'suggest' : 'auto', apply: (now) => reverseConnection(now, { ids: [primary] }) };
    return consumes ? [reverse, setFix('Change publish to consume', 'suggest', primary, { interaction: 'consume' })] : [reverse];
  },
});
