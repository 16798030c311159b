import { isRequest } from '#graph/access.ts';
import { isCall } from '#graph/dependency.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { attemptsOf } from './connection-terms.ts';
import { awaitingEdges, firstToGiveUp, fittingTimeout } from './deadline.ts';

/** A caller gives up while what it asked for is still being worked on further in. */
export const timeoutInversion = connectionRule({
  id: 'connection/timeout-inversion',
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { inverted: { text: '{caller} gives up after {limit} ms while {from} may spend {spent} ms on {to}.' } },
  docs: {
    what: 'A call may take longer, with all its tries, than the one for which it is made.',
    why: 'The work goes on for somebody who has left, and when things are slow the caller comes back and asks for it again.',
    fix: 'Let deadlines shrink on the way in: each component leaves time for its own answer.',
    silentWhen: ['The inner call is declared as not critical.', 'The outer connection stays open.', 'The outer call does not lead to the inner one: it only reads and that one follows writes, or the other way round.', 'One of the timeouts is not stated, or is endless.'],
    sources: ['Google SRE book, addressing cascading failures.'],
    question: 'Who gives up first when the innermost component is slow?',
  },
  examples: {
    bad: 'client web\nservice api\nservice orders\nweb -> api { timeoutMs: 500 }\napi -> orders { timeoutMs: 2000 }',
    good: 'client web\nservice api\nservice orders\nweb -> api { timeoutMs: 1000 }\napi -> orders { timeoutMs: 300, maxAttempts: 2, retryBackoff: exponential, retryJitter: true, access: read }',
  },
  check({ id }, { graph }) {
    const inner = graph.edge(id);
    if (!inner || !isRequest(inner) || !isCall(inner)) return undefined;
    const { timeoutMs, maxAttempts, critical } = inner.connection.properties;
    if (critical === false || timeoutMs === 0) return pass;
    const first = firstToGiveUp(graph, inner);
    if (timeoutMs === undefined) return first && notStated(id, 'timeoutMs');
    const spent = timeoutMs * attemptsOf(inner);
    if (first && first.timeoutMs < spent) {
      const { outer } = first;
      return fail('inverted', {
        data: { caller: outer.from.name, limit: first.timeoutMs, from: inner.from.name, spent, to: inner.to.name },
        related: [
          { id: outer.id, role: 'outer call' },
          { id: outer.from.id, role: 'caller' },
        ],
        witness: [outer.from.id, outer.id, inner.from.id, id, inner.to.id],
        evidence: [...statedEvidence(outer.id, { timeoutMs: first.timeoutMs }), ...statedEvidence(id, { timeoutMs, maxAttempts })],
      });
    }
    const open = awaitingEdges(graph, inner).filter(({ connection }) => connection.properties.timeoutMs === undefined);
    return open.length === 0 ? pass : { verdict: 'not-stated', fields: open.map((outer) => ({ record: outer.id, property: 'timeoutMs' })) };
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const inner = graph.edge(primary);
    const first = inner && firstToGiveUp(graph, inner);
    const timeoutMs = first && fittingTimeout(inner, first.timeoutMs);
    return timeoutMs === undefined ? [] : [setFix(`Give up after ${timeoutMs} ms already`, 'suggest', primary, { timeoutMs })];
  },
});
