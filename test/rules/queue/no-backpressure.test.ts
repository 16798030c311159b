import { noBackpressure } from '#rules/queue/no-backpressure.ts';
import { testRule } from '../../support/test-rule.ts';

const jobs = (queue: string, publish = ''): string => `service api\nqueue jobs "Jobs" { ${queue} }\nworker w\napi -> jobs { ${publish} }\njobs -> w`;
const rated = (queue: string, peak: number, perInstance: string): string => `client web\nservice api\nqueue jobs { ${queue} }\nworker w { instances: 2, ${perInstance} }\nweb -> api { peakRps: ${peak}, access: write }\napi -> jobs -> w`;
const fixes = ['Add consumers as it grows', 'Slow producers down', 'Turn producers away', 'Shed load'];

testRule(noBackpressure, {
  fires: [
    { when: 'nothing gives way', sketch: jobs('backpressure: none'), primary: 'jobs', severity: 'warning', message: 'Nothing happens when Jobs fills faster than it drains.', fixes },
    { when: 'a limit is left open', sketch: jobs('maxDepth: 10000'), severity: 'suggestion', message: 'What happens when Jobs reaches 10,000 messages?', fixes },
    { when: 'nothing gives way, and a limit is left open', sketch: jobs('backpressure: none, maxDepth: 10000'), severity: 'warning' },
    { when: 'a full queue drops what may not be known to be lost', sketch: jobs('backpressure: none, maxDepth: 10000, overflowPolicy: drop-oldest'), severity: 'warning' },
    { when: 'what would happen at a limit is said, and there is none', sketch: jobs('backpressure: none, overflowPolicy: reject'), severity: 'warning' },
    { when: 'consumers take less than twice the peak', sketch: rated('backpressure: none', 100, 'perInstanceRps: 99'), severity: 'warning' },
    { when: 'the peak is open', sketch: jobs('backpressure: none') },
  ],
  silent: [
    ...['scale-consumers', 'throttle-producer', 'reject-producer', 'shed-load'].map((reaction) => ({ when: `it has ${reaction}`, sketch: jobs(`backpressure: ${reaction}, maxDepth: 10000`) })),
    { when: 'it is a dead-letter queue', sketch: jobs('backpressure: none, isDeadLetterQueue: true') },
    { when: 'a full queue rejects', sketch: jobs('backpressure: none, maxDepth: 10000, overflowPolicy: reject') },
    { when: 'a full queue lets producers wait', sketch: jobs('backpressure: none, maxDepth: 10000, overflowPolicy: block') },
    { when: 'a full queue drops what may be lost', sketch: jobs('backpressure: none, maxDepth: 10000, overflowPolicy: drop-newest', 'lossTolerant: true') },
    { when: 'consumers take twice the peak', sketch: rated('backpressure: none', 100, 'perInstanceRps: 100') },
  ],
  notStated: [
    { when: 'nothing is said', sketch: jobs(''), fields: ['backpressure'] },
    { when: 'a full queue drops, and nothing says whether that is all', sketch: jobs('maxDepth: 10000, overflowPolicy: drop-oldest'), fields: ['backpressure'] },
    { when: 'nothing to ask where consumers keep up', sketch: rated('purpose: decouple', 100, 'perInstanceRps: 100'), fields: [] },
  ],
});
