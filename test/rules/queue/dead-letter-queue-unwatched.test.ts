import { deadLetterQueueUnwatched } from '#rules/queue/dead-letter-queue-unwatched.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (dead: string, more = ''): string => `service api\nqueue jobs\nworker w\nqueue dead "Failed" { ${dead} }\napi -> jobs -> w\njobs -> dead { interaction: dead-letter }\n${more}`;
const fixes = ['Raise an alarm when something arrives'];

testRule(deadLetterQueueUnwatched, {
  fires: [
    { when: 'nobody looks at it', sketch: jobs('isDeadLetterQueue: true'), primary: 'dead', severity: 'suggestion', message: 'Who looks at Failed?', fixes },
    { when: 'only dead letters come in', sketch: jobs(''), primary: 'dead', fixes },
    { when: 'it has no alarm', sketch: jobs('isDeadLetterQueue: true, dlqAlarm: false'), primary: 'dead', fixes },
  ],
  silent: [
    { when: 'it has an alarm', sketch: jobs('isDeadLetterQueue: true, dlqAlarm: true') },
    { when: 'somebody consumes it', sketch: jobs('isDeadLetterQueue: true', 'worker fixer\ndead -> fixer') },
    { when: 'it is none', sketch: jobs('isDeadLetterQueue: false') },
    { when: 'something else is published into it too', sketch: jobs('', 'api -> dead') },
  ],
});
