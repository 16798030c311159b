import { streamWithoutConsumer } from '#rules/stream/no-consumer.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (stream = '', more = ''): string => `service api\nstream events "Events" { ${stream} }\napi -> events as p\n${more}`;

testRule(streamWithoutConsumer, {
  fires: [
    { when: 'nothing leads out', sketch: events(), primary: 'events', severity: 'warning', message: 'Nobody reads Events.', related: ['api'], fixes: ['Add a worker that consumes it'] },
    { when: 'it is no record', sketch: events('eventSourcing: false') },
    { when: 'only changes come in', sketch: 'core-database db\nstream events\ndb -> events' },
    { when: 'only dead letters leave', sketch: events('', 'queue dead { isDeadLetterQueue: true }\nevents -> dead') },
  ],
  silent: [
    { when: 'a worker reads it', sketch: events('', 'worker w\nevents -> w') },
    { when: 'another system reads it', sketch: events('', 'external-system lake\nevents -> lake') },
    { when: 'it is copied', sketch: events('', 'stream copy\nworker w\nevents -> copy { interaction: replicate }\ncopy -> w') },
    { when: 'it is copied within itself', sketch: events('', 'events -> events { interaction: replicate }') },
    { when: 'it drives invalidations', sketch: events('', 'cdn cdn\nevents -> cdn { interaction: invalidate }') },
    { when: 'what its arrow means is open', sketch: events('', 'distributed-cache cache\nevents -> cache') },
    { when: 'it is the record', sketch: events('eventSourcing: true') },
    { when: 'nothing comes in', sketch: 'stream events\nqueue dead { isDeadLetterQueue: true }\nevents -> dead' },
  ],
});
