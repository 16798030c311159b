import { isPersistent, isRequest } from '#graph/access.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute, isStore } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { endsOf } from './connection-terms.ts';
import { firstToGiveUp, fittingTimeout } from './deadline.ts';

/** Milliseconds after which callers usually give up. */
const usual = { call: 1000, external: 2000, cache: 50 };

/** A caller waits for an answer without end. */
export const noTimeout = connectionRule({
  id: 'connection/no-timeout',
  severity: 'suggestion',
  category: 'availability',
  reach: 'neighbours',
  messages: {
    endless: { severity: 'warning', text: '{from} → {to} has no timeout.' },
    open: { text: 'When does {from} give up on {to}?' },
  },
  docs: {
    what: 'A component calls another one, and nothing ends the wait when no answer comes.',
    why: 'Each hanging call holds a thread or a slot. They run out first, and then the caller hangs too.',
    fix: 'Set a timeout a little above the time that good answers take.',
    silentWhen: ['The connection is meant to stay open.', 'The timeout of a call to a store or worker is not stated: under the recommended preset that is asked, not reported.'],
    sources: ['Google SRE book, addressing cascading failures.'],
    question: 'How long may this call take before the caller gives up?',
  },
  examples: {
    bad: 'service shop\nexternal-system payments\nshop -> payments { timeoutMs: 0 }',
    good: 'service shop\nexternal-system payments\nshop -> payments { timeoutMs: 2000 }',
  },
  check({ id }, { graph, diagram }) {
    const edge = graph.edge(id);
    if (!edge || !isRequest(edge) || !isCall(edge) || !isCompute(edge.from) || !(isWaitedFor(edge) || isStore(edge.to))) return undefined;
    const { timeoutMs } = edge.connection.properties;
    if (isPersistent(edge) === true || (timeoutMs !== undefined && timeoutMs > 0)) return pass;
    const isRecommended = (diagram.settings.lintConfig?.preset ?? 'recommended') === 'recommended';
    if (timeoutMs === undefined && isRecommended && !isOftenSlow(edge)) return notStated(id, 'timeoutMs');
    return fail(timeoutMs === undefined ? 'open' : 'endless', {
      data: { from: edge.from.name, to: edge.to.name },
      related: endsOf(edge),
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(id, { timeoutMs }),
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const timeoutMs = sensibleTimeout(graph, edge);
    return [setFix(`Give up after ${timeoutMs} ms`, 'auto', primary, { timeoutMs })];
  },
});

const isOftenSlow = ({ to }: Edge): boolean => to.kind === 'service' || to.kind === 'external-system';
const isWaitedFor = (edge: Edge): boolean => isOftenSlow(edge) || edge.to.kind === 'worker';

/** The usual timeout for such a target, and less where the caller itself has less time. */
function sensibleTimeout(graph: Graph, edge: Edge): number {
  const { kind } = edge.to;
  const most = kind === 'external-system' ? usual.external : kind === 'distributed-cache' ? usual.cache : usual.call;
  const first = firstToGiveUp(graph, edge);
  const fitting = first && fittingTimeout(edge, first.timeoutMs);
  return fitting === undefined ? most : Math.min(most, fitting);
}
