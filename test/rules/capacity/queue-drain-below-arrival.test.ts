import { queueDrainBelowArrival } from '#rules/capacity/queue-drain-below-arrival.ts';
import { testRule } from '../../support/test-rule.ts';

const worker = 'instances: 2, perInstanceRps: 100';
const jobs = (arrival: string, consumer = `worker mailer "Mailer" { ${worker} }`, queue = '', consume = ''): string =>
  `service api\nqueue jobs "Jobs" { ${queue} }\n${consumer}\napi -> jobs { ${arrival} }\njobs -> mailer { ${consume} }`;
const events = (consume: string, other = 'instances: 9, perInstanceRps: 100'): string =>
  `service api\nstream events "Events"\nworker mailer "Mailer" { ${worker} }\nworker other "Other" { ${other} }\napi -> events { averageRps: 300 }\nevents -> mailer { ${consume} }\nevents -> other { ${consume} }`;
const pushing = (policy: string, depth = ', maxDepth: 1000'): string => jobs('averageRps: 300', undefined, `backpressure: ${policy}${depth}`);

testRule(queueDrainBelowArrival, {
  fires: [
    { when: 'more arrives than is taken', sketch: jobs('averageRps: 300'), primary: 'jobs', severity: 'error', message: 'Jobs receives 300/s on average and drains 200/s: it never empties (estimate).', related: ['mailer'], fixes: ['Run 5 copies of Mailer'] },
    { when: 'exactly as much arrives', sketch: jobs('averageRps: 200'), fixes: ['Run 3 copies of Mailer'] },
    { when: 'the average follows from the peak', sketch: `settings { peakToAverageRatio: 3 }\n${jobs('peakRps: 900')}`, message: /^Jobs receives 300/ },
    { when: 'even the most copies are too few', sketch: jobs('averageRps: 300', `worker mailer "Mailer" { ${worker}, autoScaling: automatic, maxInstances: 3 }`), fixes: ['Let Mailer grow to 5 copies'] },
    { when: 'somebody else accepts too little', sketch: jobs('averageRps: 300', 'external-system mailer { rateLimitRps: 200 }'), fixes: [] },
    { when: 'consumers are too few together', sketch: `${jobs('averageRps: 300')}\nworker second { instances: 1, perInstanceRps: 50 }\njobs -> second`, message: /drains 250/, fixes: ['Run 4 copies of Mailer'] },
    { when: 'one group of a stream is too slow', sketch: events(''), message: /^Events receives 300\/s on average and drains 200/, related: ['mailer'], fixes: ['Run 5 copies of Mailer'] },
    { when: 'two groups of a stream are too slow', sketch: events('', 'instances: 1, perInstanceRps: 100'), message: /drains 100/, related: ['mailer', 'other'], fixes: ['Run 5 copies of Other; Run 5 copies of Mailer'] },
    { when: 'its consumer feeds it again', sketch: `${jobs('averageRps: 300')}\nservice again\nmailer -> again { averageRps: 10, access: write }\nagain -> jobs { averageRps: 10 }`, fixes: [] },
    { when: 'every copy gets every message', sketch: 'service api\nstream events\nservice push { instances: 9, perInstanceRps: 100 }\napi -> events { averageRps: 300 }\nevents -> push { deliveryMode: broadcast }', message: /drains 100/, fixes: [] },
    ...['reject-producer', 'throttle-producer', 'shed-load'].map((policy) => ({ when: `it answers with ${policy}`, sketch: pushing(policy), severity: 'warning' as const, message: /turns producers away/ })),
    { when: 'it pushes back, and nobody says when', sketch: pushing('shed-load', ''), severity: 'error' },
    { when: 'it has a limit and does not push back', sketch: pushing('none'), severity: 'error' },
    { when: 'more consumers are promised', sketch: pushing('scale-consumers'), severity: 'error' },
  ],
  silent: [
    { when: 'more is taken than arrives', sketch: jobs('averageRps: 100') },
    { when: 'only the peak is too much', sketch: jobs('peakRps: 300, averageRps: 100') },
    { when: 'the average is not known', sketch: jobs('peakRps: 300') },
    { when: 'nobody consumes it', sketch: 'service api\nqueue jobs\napi -> jobs { averageRps: 300 }' },
    { when: 'nothing arrives', sketch: jobs('averageRps: 0', 'worker mailer { instances: 0, perInstanceRps: 100 }') },
    { when: 'nobody says what the consumer takes', sketch: jobs('averageRps: 300', 'worker mailer { instances: 2 }') },
    { when: 'one group of a stream shares the work', sketch: events('consumerGroup: g') },
  ],
  notStated: [
    { when: 'nobody says how far they may grow, and those that run are enough', sketch: jobs('averageRps: 150', `worker mailer { ${worker}, autoScaling: automatic }`), fields: [] },
    { when: 'nobody says how many consumers run', sketch: jobs('averageRps: 300', 'worker mailer { perInstanceRps: 100 }'), fields: ['instances'] },
    { when: 'nobody says how far they may grow', sketch: jobs('averageRps: 300', `worker mailer { ${worker}, autoScaling: automatic }`), fields: ['maxInstances'] },
    { when: 'nobody has begun to count', sketch: jobs('averageRps: 300', 'worker mailer { instances: 2 }'), fields: [] },
  ],
});
