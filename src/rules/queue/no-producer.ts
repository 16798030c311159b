import { componentRule, fail, pass } from '../rule.ts';
import { consumeEdges, feedingEdges } from './broker-terms.ts';

/** Somebody reads a queue that nobody fills. */
export const noProducer = componentRule({
  id: 'queue/no-producer',
  kinds: ['queue'],
  severity: 'suggestion',
  category: 'completeness',
  reach: 'neighbours',
  messages: { empty: { text: 'Nothing puts messages into {name}.' } },
  docs: {
    what: 'A queue has consumers, and no connection leads into it.',
    why: 'Half of the story is missing: who asks for this work, and how much of it comes.',
    fix: 'Draw the producer.',
    silentWhen: ['Something publishes into it, or parks there.'],
    sources: ['Enterprise Integration Patterns, message channel.'],
    question: 'Who puts messages into this queue?',
  },
  examples: {
    bad: 'queue jobs\nworker mailer\njobs -> mailer',
    good: 'service api\nqueue jobs\nworker mailer\napi -> jobs -> mailer',
  },
  check(component, { graph }) {
    const consuming = consumeEdges(graph, component.id);
    if (consuming.length === 0) return undefined;
    if (feedingEdges(graph, component).length > 0 || graph.into(component.id).some(({ interaction }) => interaction === 'dead-letter')) return pass;
    return fail('empty', {
      data: { name: component.name },
      related: consuming.map(({ to }) => ({ id: to.id, role: 'consumer' })),
      witness: [component.id],
    });
  },
});
