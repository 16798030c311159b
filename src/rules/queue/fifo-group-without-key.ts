import { componentRule, fail, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** Order for each group, and nothing says what a group is. */
export const fifoGroupWithoutKey = componentRule({
  id: 'queue/fifo-group-without-key',
  kinds: ['queue'],
  severity: 'error',
  category: 'correctness',
  reach: 'record',
  messages: {
    blank: { text: '{name} promises order per group but has no group key.' },
    open: { severity: 'suggestion', text: 'The diagram does not say which field groups the messages of {name}: which one?' },
  },
  docs: {
    what: 'A queue keeps order inside groups, and no field decides the group of a message.',
    why: 'Without a key all messages are one group, and one consumer does all the work; or there is no order at all.',
    fix: 'Name the field whose messages must stay in order, such as orderId.',
    silentWhen: ['The key is stated.'],
    sources: ['AWS, SQS FIFO queues: message group id.'],
    question: 'Messages of what must stay in order: of an order, of a user, of a document?',
  },
  examples: {
    bad: 'service api\nqueue orders { ordering: fifo-per-group, partitionKey: "" }\nworker billing\napi -> orders -> billing',
    good: 'service api\nqueue orders { ordering: fifo-per-group, partitionKey: orderId }\nworker billing\napi -> orders -> billing',
  },
  check({ id, name, properties: { ordering, partitionKey } }) {
    if (ordering !== 'fifo-per-group' || (partitionKey ?? '').trim() !== '') return pass;
    return fail(partitionKey === undefined ? 'open' : 'blank', { data: { name }, witness: [id], evidence: statedEvidence(id, { ordering, partitionKey }) });
  },
});
