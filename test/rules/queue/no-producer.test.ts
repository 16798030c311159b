import { noProducer } from '#rules/queue/no-producer.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noProducer, {
  fires: [
    { when: 'a queue is only read', sketch: 'queue jobs "Jobs"\nworker w\njobs -> w', primary: 'jobs', severity: 'suggestion', message: 'Nothing puts messages into Jobs.', related: ['w'], fixes: [] },
    { when: 'its only neighbour takes what fails', sketch: 'queue jobs\nworker w\nqueue dead { isDeadLetterQueue: true }\njobs -> w\njobs -> dead { interaction: dead-letter }', primary: 'jobs' },
  ],
  silent: [
    { when: 'a service publishes', sketch: 'service api\nqueue jobs\nworker w\napi -> jobs -> w' },
    { when: 'a client sends', sketch: 'client app\nqueue jobs\nworker w\napp -> jobs\njobs -> w' },
    { when: 'a database feeds it', sketch: 'core-database db\nqueue jobs\nworker w\ndb -> jobs -> w' },
    { when: 'a cache is flushed into it', sketch: 'distributed-cache c\nqueue jobs\nworker w\nc -> jobs -> w' },
    { when: 'others park in it', sketch: 'stream s\nqueue dead\nworker w\ns -> dead { interaction: dead-letter }\ndead -> w' },
    { when: 'nobody reads it either', sketch: 'queue jobs\nqueue dead\njobs -> dead { interaction: dead-letter }' },
  ],
});
