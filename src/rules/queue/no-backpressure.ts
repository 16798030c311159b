import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import { drainsOf } from '#estimate/burst.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, total } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isDeadLetterQueue, toleratesLoss } from './broker-terms.ts';

const headroom = 2;

/** Nothing gives way when more comes than is done. */
export const noBackpressure = componentRule({
  id: 'queue/no-backpressure',
  kinds: ['queue'],
  severity: 'warning',
  category: 'operability',
  reach: 'diagram',
  messages: {
    none: { text: 'Nothing happens when {name} fills faster than it drains.' },
    limit: { severity: 'suggestion', text: 'What happens when {name} reaches {depth} messages?' },
  },
  docs: {
    what: 'A queue has no answer to work that arrives faster than it is done.',
    why: 'A queue without bounds turns overload into waiting, and waiting into lost messages or full disks.',
    fix: 'Turn producers away or slow them down, shed load, or add consumers as the queue grows.',
    silentWhen: [
      'It is a dead-letter queue.',
      'It has a limit, and turns producers away there or lets them wait.',
      'It has a limit, drops there, and losing messages is acceptable.',
      'Its consumers are known to take twice as much as arrives at peak.',
    ],
    sources: ['Google SRE Book, handling overload.'],
    question: 'For an hour twice as much arrives as is done: what gives way?',
  },
  examples: {
    bad: 'service api\nqueue jobs { backpressure: none }\nworker mailer\napi -> jobs -> mailer',
    good: 'service api\nqueue jobs { backpressure: scale-consumers }\nworker mailer\napi -> jobs -> mailer',
  },
  check(component, { graph }) {
    const { id, name, properties: { backpressure, maxDepth, overflowPolicy } } = component;
    if (isDeadLetterQueue(graph, component)) return undefined;
    if ((backpressure !== undefined && backpressure !== 'none') || reactsAtLimit(graph, component) || hasHeadroom(graph, component)) return pass;
    const isLimitOpen = maxDepth !== undefined && overflowPolicy === undefined;
    if (backpressure === undefined && !isLimitOpen) return notStated(id, 'backpressure');
    return fail(backpressure === 'none' ? 'none' : 'limit', {
      data: { name, depth: quantity(maxDepth ?? 0, undefined) },
      witness: [id],
      evidence: statedEvidence(id, { backpressure, maxDepth, overflowPolicy }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Add consumers as it grows', 'suggest', primary, { backpressure: 'scale-consumers' }),
    setFix('Slow producers down', 'suggest', primary, { backpressure: 'throttle-producer' }),
    setFix('Turn producers away', 'suggest', primary, { backpressure: 'reject-producer' }),
    setFix('Shed load', 'suggest', primary, { backpressure: 'shed-load' }),
  ],
});

/** Whether it has a limit, and what happens there does no harm. */
function reactsAtLimit(graph: Graph, queue: Component): boolean {
  const { maxDepth, overflowPolicy } = queue.properties;
  if (maxDepth === undefined || overflowPolicy === undefined) return false;
  return overflowPolicy === 'reject' || overflowPolicy === 'block' || toleratesLoss(graph, queue) === true;
}

/** Whether its consumers are known to take twice what arrives at peak. */
function hasHeadroom(graph: Graph, queue: Component): boolean {
  const drain = drainsOf(graph, queue)[0]?.rate;
  const peak = certain(total(flowOf(graph).into(queue)));
  return drain !== undefined && peak !== undefined && drain >= headroom * peak;
}
