import { reverseConnection } from '#diagram/commands/reconnect.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { areKnown, article, endsOf, interactionWords, kindName, reversedInteractions, sensibleInteractions } from './ends.ts';

/** Two records are joined in a way that makes no sense between their kinds. */
export const invalidConnection = connectionRule({
  id: 'model/invalid-connection',
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: { senseless: { text: '{Article} {from} cannot {interaction} {to}.' } },
  docs: {
    what: 'The arrow means something that these two kinds cannot do.',
    why: 'An arrow without a meaning misleads whoever reads the design, and no check can use it.',
    fix: 'Say what the arrow means, turn it round, or put the missing component in between.',
    silentWhen: ['The other end is missing, or the arrow is a message drawn backwards: another rule says so.', 'Nothing is stated and several meanings are possible.', 'One end is of a kind that Caveat does not know.'],
    sources: ['The table of interactions in the reference of connections.'],
    question: 'What does this arrow mean?',
  },
  examples: { bad: 'cdn edge\nclient web\nedge -> web { interaction: consume }', good: 'service api\nqueue jobs\nworker mailer\napi -> jobs { interaction: publish }\njobs -> mailer' },
  check(connection, { diagram }) {
    const named = (id: string): boolean => diagram.components.has(id) || diagram.boundaries.has(id) || diagram.notes.has(id);
    if (!named(connection.from) || !named(connection.to)) return undefined;
    const ends = endsOf(diagram, connection);
    if (ends && !areKnown(ends)) return undefined;
    const stated = connection.properties.interaction;
    if (ends && reversedInteractions(connection, ends).length > 0) return undefined;
    const allowed = ends ? sensibleInteractions(ends) : [];
    if (stated ? allowed.includes(stated) : allowed.length > 0) return pass;
    const [from, to] = [kindName(diagram, connection.from), kindName(diagram, connection.to)];
    const interaction = stated ? `${interactionWords([stated])} to` : 'connect to';
    const start = article(from);
    return fail('senseless', {
      data: { Article: start === 'an' ? 'An' : 'A', from, to: `${article(to)} ${to}`, interaction },
      related: [connection.from, connection.to].map((id) => ({ id, role: 'end' })),
      evidence: stated ? [{ record: connection.id, property: 'interaction', value: stated }] : [],
    });
  },
  fixes({ primary }, { diagram }): readonly Fix[] {
    const connection = diagram.connections.get(primary);
    const ends = connection && endsOf(diagram, connection);
    if (!connection || !ends) return [];
    const choices = sensibleInteractions(ends).map((interaction) => setFix(`Change to ${interactionWords([interaction])}`, 'suggest', primary, { interaction }));
    const back = sensibleInteractions({ from: ends.to, to: ends.from });
    const stated = connection.properties.interaction;
    const turns = ends.from.id !== ends.to.id && (stated ? back.includes(stated) : back.length > 0);
    return turns ? [...choices, { title: 'Reverse the arrow', kind: 'suggest', apply: (now) => reverseConnection(now, { ids: [primary] }) }] : choices;
  },
});
