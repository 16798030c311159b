import { isRequest, writes } from '#graph/access.ts';
import type { Edge } from '#graph/graph.ts';
import { listed } from '../message.ts';
import { componentRule, fail, pass } from '../rule.ts';
import { acquiringEdges, electsLeader, holdersOf } from './lock-terms.ts';

/** Holders of a lock change nothing while they hold it. */
export const protectsNothing = componentRule({
  id: 'lock/protects-nothing',
  kinds: ['distributed-lock'],
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: { idle: { text: 'What does {name} protect? {holders} {change} nothing.' } },
  docs: {
    what: 'A lock is taken, and none of its holders writes, publishes or calls a system of others.',
    why: 'A lock makes sense around something that two must not do at once. Here nothing of the kind is drawn.',
    fix: 'Draw the write that it protects, or leave the lock out.',
    silentWhen: ['Every holder is a scheduled job, or elects a leader.', 'A holder makes a call that does not say whether it writes.'],
    sources: ['Edsger W. Dijkstra, Cooperating sequential processes.'],
    question: 'What must not happen twice at once?',
  },
  examples: {
    bad: 'service booking\ndistributed-lock seat { ttlMs: 30000 }\nbooking -> seat',
    good: 'service booking\ndistributed-lock seat { ttlMs: 30000 }\ncore-database db\nbooking -> seat\nbooking -> db { access: write }',
  },
  check(component, { graph }) {
    const holders = holdersOf(graph, component);
    if (holders.length === 0) return undefined;
    if (electsLeader(holders) || holders.some(({ id }) => graph.out(id).some(mayChange))) return pass;
    return fail('idle', {
      data: { name: component.name, holders: listed(holders.map(({ name }) => name)), change: holders.length === 1 ? 'changes' : 'change' },
      related: holders.map(({ id }) => ({ id, role: 'holder' })),
      witness: [...acquiringEdges(graph, component).flatMap(({ id, from }) => [from.id, id]), component.id],
    });
  },
});

/** Whether something outside the holder may be different afterwards. An arrow whose meaning is open may be a request. */
function mayChange(edge: Edge): boolean {
  const { interaction, to } = edge;
  if (interaction === 'publish' || interaction === 'invalidate' || to.kind === 'external-system') return true;
  return (isRequest(edge) || interaction === undefined) && writes(edge) !== false;
}
