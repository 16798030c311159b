import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { consumeEdges, isDeadLetterQueue } from './broker-terms.ts';

/** What fails is collected, and nobody hears of it. */
export const deadLetterQueueUnwatched = componentRule({
  id: 'queue/dead-letter-queue-unwatched',
  kinds: ['queue'],
  severity: 'suggestion',
  category: 'operability',
  reach: 'neighbours',
  messages: { unwatched: { text: 'Who looks at {name}?' } },
  docs: {
    what: 'A dead-letter queue has neither a consumer nor an alarm.',
    why: 'Failures gather in silence, until they expire.',
    fix: 'Raise an alarm as soon as something arrives.',
    silentWhen: ['It has an alarm.', 'Somebody consumes it.'],
    sources: ['AWS, SQS dead-letter queues.'],
    question: 'Who hears of it when a message ends up here?',
  },
  examples: {
    bad: 'service api\nqueue jobs\nworker mailer\nqueue failed { isDeadLetterQueue: true }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
    good: 'service api\nqueue jobs\nworker mailer\nqueue failed { isDeadLetterQueue: true, dlqAlarm: true }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const { id, name, properties: { dlqAlarm } } = component;
    if (!isDeadLetterQueue(graph, component)) return undefined;
    if (dlqAlarm === true || consumeEdges(graph, id).length > 0) return pass;
    return fail('unwatched', { data: { name }, witness: [id], evidence: statedEvidence(id, { dlqAlarm }) });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Raise an alarm when something arrives', 'auto', primary, { dlqAlarm: true })],
});
