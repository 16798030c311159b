import { acknowledgesBeforeProcessing } from '#rules/worker/acknowledges-before-processing.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (worker: string, consume = '', more = ''): string => `entity order {}\nentity view { lossTolerant: true }\nservice api\nqueue jobs "Jobs"\nworker w "Mailer" { ${worker} }\napi -> jobs\njobs -> w { ${consume} }\n${more}`;
const early = 'ackMode: before-processing';

testRule(acknowledgesBeforeProcessing, {
  fires: [
    { when: 'nothing is known of the messages', sketch: jobs(early), primary: 'w', severity: 'warning', message: 'Mailer confirms messages before finishing; a crash loses them.', related: ['jobs'], fixes: ['Confirm after the work'] },
    { when: 'they are orders', sketch: jobs(early, 'dataFlows: [order, view]') },
    { when: 'the connection says that none may be lost', sketch: jobs(early, 'dataFlows: [view], lossTolerant: false') },
    { when: 'a second source is precious', sketch: jobs(early, 'lossTolerant: true', 'stream events "Events"\nevents -> w'), related: ['events'] },
  ],
  silent: [
    { when: 'it confirms after the work', sketch: jobs('ackMode: after-processing') },
    { when: 'all of it may be lost', sketch: jobs(early, 'dataFlows: [view]') },
    { when: 'every source may be lossy', sketch: jobs(early, 'dataFlows: [view]', 'stream events\nevents -> w { lossTolerant: true }') },
    { when: 'it consumes nothing', sketch: `service api\nworker w { ${early} }\napi -> w` },
  ],
  notStated: [
    { when: 'it does not say', sketch: jobs(''), fields: ['ackMode'] },
    { when: 'loss is acceptable', sketch: jobs('', 'dataFlows: [view]'), fields: [] },
  ],
});
