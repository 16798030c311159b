import { isStore } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { endsOf, interactionWords, sensibleInteractions } from './ends.ts';

/** An arrow does not say what it means, or what it does to the data of a store. */
export const incompleteConnection = connectionRule({
  id: 'model/incomplete-connection',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: {
    meaning: { text: 'Say what the arrow from {from} to {to} means: {choices}.' },
    access: { text: 'Say whether {from} reads, writes, or both on {to}.' },
  },
  docs: {
    what: 'The arrow can mean several things, or its access to a store is open.',
    why: 'Reads and writes obey different rules: caches, replicas and capacity all depend on which it is.',
    fix: 'Choose the interaction, then the access.',
    silentWhen: ['The target is a lock, a queue, a stream or an external system.'],
    sources: ['Threagile, incomplete model.'],
    question: 'Is this a read or a write?',
  },
  examples: { bad: 'service api\ncore-database db\napi -> db', good: 'service api\ncore-database db\napi -> db { access: read }' },
  check(connection, { diagram, graph }) {
    const ends = endsOf(diagram, connection);
    const edge = graph.edge(connection.id);
    if (!ends || !edge || silentTargets.has(edge.to.kind)) return undefined;
    const names = { from: edge.from.name, to: edge.to.name };
    const choices = sensibleInteractions(ends);
    if (edge.interaction === undefined) return choices.length > 1 ? fail('meaning', { data: { ...names, choices: interactionWords(choices) } }) : undefined;
    if (edge.interaction !== 'request' || !isStore(edge.to) || edge.from.id === edge.to.id) return pass;
    return connection.properties.access === undefined ? fail('access', { data: names }) : pass;
  },
  fixes({ primary, messageId }, { diagram }): readonly Fix[] {
    const connection = diagram.connections.get(primary);
    const ends = connection && endsOf(diagram, connection);
    if (!ends) return [];
    if (messageId === 'meaning') return sensibleInteractions(ends).map((interaction) => setFix(`Means ${interactionWords([interaction])}`, 'suggest', primary, { interaction }));
    return accesses.map(({ access, title }) => setFix(title, 'suggest', primary, { access }));
  },
});

const silentTargets: ReadonlySet<string> = new Set(['distributed-lock', 'queue', 'stream', 'external-system']);

const accesses = [
  { access: 'read', title: 'It reads' },
  { access: 'write', title: 'It writes' },
  { access: 'read-write', title: 'It does both' },
] as const;
