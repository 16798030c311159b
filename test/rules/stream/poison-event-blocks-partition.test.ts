import { poisonEventBlocksPartition } from '#rules/stream/poison-event-blocks-partition.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (consume = '', more = ''): string => `service api\nstream events "Events"\nworker reader "Reader"\nqueue dead { isDeadLetterQueue: true }\napi -> events\nevents -> reader as c { ${consume} }\n${more}`;
const fixes = ['Park them in a dead-letter queue'];

testRule(poisonEventBlocksPartition, {
  fires: [
    { when: 'nothing is said', sketch: events(), primary: 'c', severity: 'suggestion', message: 'What does Reader do with an event of Events it cannot process?', related: ['events', 'reader'], fixes },
    { when: 'a dead-letter queue is stated and not drawn', sketch: events('poisonPolicy: dead-letter'), severity: 'warning', message: 'Reader parks bad events of Events, but no dead-letter queue is drawn.', fixes },
    { when: 'another consumer has one', sketch: events('', 'service other\nevents -> other { poisonPolicy: skip-and-log }\nother -> dead'), primary: 'c' },
    { when: 'it publishes into a queue', sketch: events('', 'queue jobs\nreader -> jobs') },
    { when: 'a service reads', sketch: 'service api\nstream events\nservice live\napi -> events -> live', fixes },
  ],
  silent: [
    ...['skip-and-log', 'retry-topic', 'block'].map((policy) => ({ when: `it says ${policy}`, sketch: events(`poisonPolicy: ${policy}`) })),
    { when: 'stated and drawn', sketch: events('poisonPolicy: dead-letter', 'reader -> dead') },
    { when: 'drawn only', sketch: events('', 'reader -> dead') },
    { when: 'drawn from the stream', sketch: events('poisonPolicy: dead-letter', 'events -> dead') },
    { when: 'a bucket reads', sketch: 'service api\nstream events\nblob-storage lake\napi -> events -> lake' },
    { when: 'it is a queue', sketch: 'service api\nqueue jobs\nworker w\napi -> jobs -> w' },
  ],
});
