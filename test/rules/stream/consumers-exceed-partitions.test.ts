import { consumersExceedPartitions } from '#rules/stream/consumers-exceed-partitions.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly stream?: string;
  readonly reader?: string;
  readonly consume?: string;
  readonly more?: string;
}

const events = ({ stream = 'partitions: 12', reader = 'instances: 20', consume = '', more = '' }: Drawn = {}): string =>
  `service api\nstream events "Events" { ${stream} }\nworker reader "Reader" { ${reader} }\napi -> events\nevents -> reader as c { ${consume} }\n${more}`;
const split = 'Split it into 20 partitions (keys move)';

testRule(consumersExceedPartitions, {
  fires: [
    { when: 'a lone consumer has too many copies', sketch: events(), primary: 'events', severity: 'warning', message: '20 consumers in group "Reader" share 12 partitions; 8 stay idle.', related: ['reader'], fixes: [split, 'Run 12 consumers'] },
    { when: 'a group of two has too many', sketch: events({ reader: 'instances: 12', consume: 'consumerGroup: billing', more: 'worker other\nevents -> other { consumerGroup: "billing " }' }), message: /^13 consumers in group "billing" share/, related: ['reader', 'other'], fixes: ['Split it into 13 partitions (keys move)'] },
    { when: 'the larger of two groups is named', sketch: events({ reader: 'instances: 14', more: 'worker other "Other" { instances: 20 }\nevents -> other' }), message: /^20 consumers in group "Other"/, related: ['reader', 'other'], fixes: [split, 'Run 12 consumers'] },
    { when: 'one is spare, and nothing says why', sketch: events({ reader: 'instances: 13' }), message: /; 1 stay idle/ },
    { when: 'a rationale speaks for one spare, but there are two', sketch: events({ reader: 'instances: 14, rationale: "A hot standby."' }) },
    { when: 'a service reads one partition', sketch: 'service api\nstream events { partitions: 1 }\nservice reader { instances: 2 }\napi -> events -> reader', message: /share 1 partitions/, fixes: ['Split it into 2 partitions (keys move)', 'Run 1 consumer'] },
    { when: 'two edges lead to one consumer', sketch: events({ reader: 'instances: 13', consume: 'consumerGroup: g', more: 'events -> reader { consumerGroup: g }' }), message: /^13 consumers/ },
    { when: 'only a leader reads: the others are idle all the same', sketch: events({ stream: 'partitions: 1', reader: 'instances: 3, leaderElection: true' }) },
  ],
  silent: [
    { when: 'there are as many', sketch: events({ reader: 'instances: 12' }) },
    { when: 'each copy gets everything', sketch: events({ consume: 'deliveryMode: broadcast' }) },
    { when: 'two groups are each small enough', sketch: events({ reader: 'instances: 12', more: 'worker other { instances: 12 }\nevents -> other' }) },
    { when: 'how many run is not said', sketch: events({ stream: 'partitions: 1', reader: '' }) },
    { when: 'one is spare, says the consumer', sketch: events({ reader: 'instances: 13, rationale: "A hot standby."' }) },
    { when: 'one is spare, says the stream', sketch: events({ stream: 'partitions: 12, rationale: "Events for all."', reader: 'instances: 13' }) },
    { when: 'one is spare, says the connection', sketch: events({ reader: 'instances: 13', consume: 'rationale: "One waits."' }) },
    { when: 'it answers requests too', sketch: 'service api\nstream events { partitions: 12 }\nservice reader { instances: 20 }\napi -> events -> reader\napi -> reader' },
    { when: 'it takes from a queue too', sketch: events({ more: 'queue jobs\njobs -> reader' }) },
    { when: 'a bucket reads', sketch: 'service api\nstream events { partitions: 1 }\nblob-storage lake { instances: 3 }\napi -> events -> lake' },
  ],
  notStated: [
    { when: 'the partitions are open', sketch: events({ stream: '' }), fields: ['partitions'] },
    { when: 'one consumer needs one partition', sketch: events({ stream: '', reader: 'instances: 1' }), fields: [] },
  ],
});
