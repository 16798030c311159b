import { missingConsumerGroup } from '#rules/stream/missing-consumer-group.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (a: string, b: string, target = 'worker b "Email"'): string => `service api\nstream events "Events"\nworker a "Billing"\n${target}\napi -> events\nevents -> a as ea { ${a} }\nevents -> b as eb { ${b} }`;

testRule(missingConsumerGroup, {
  fires: [
    { when: 'two have no group', sketch: events('', ''), primary: 'events', severity: 'suggestion', message: 'Name the consumer groups of Events: same name = share, different = each gets everything.', related: ['a', 'ea', 'b', 'eb'], fixes: ['A group for each consumer'] },
    { when: 'one of two has none', sketch: events('consumerGroup: billing', ''), related: ['b', 'eb'] },
    { when: 'the name is blank', sketch: events('consumerGroup: billing', 'consumerGroup: " "') },
    { when: 'a third one gets everything', sketch: `${events('', '')}\nservice c\nevents -> c { deliveryMode: broadcast }` },
  ],
  silent: [
    { when: 'both have one', sketch: events('consumerGroup: x', 'consumerGroup: y') },
    { when: 'both share', sketch: events('consumerGroup: x', 'consumerGroup: x') },
    { when: 'there is one consumer', sketch: 'service api\nstream events\nworker a\napi -> events -> a' },
    { when: 'the other one gets everything', sketch: events('', 'deliveryMode: broadcast') },
    { when: 'the other one is a bucket', sketch: events('', '', 'blob-storage b') },
  ],
});
