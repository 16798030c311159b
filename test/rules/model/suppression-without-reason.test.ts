import { suppressionWithoutReason } from '#rules/model/suppression-without-reason.ts';
import { testRule } from '../../support/test-rule.ts';

const accepted = (on: string, reason: string): string => `service api\nqueue jobs "Jobs"\nworker w\napi -> jobs -> w\nboundary vpc "VPC" [jobs]\naccept queue/missing-dead-letter-queue on ${on} "${reason}"`;

testRule(suppressionWithoutReason, {
  fires: [
    { when: 'the reason says nothing', sketch: accepted('jobs', 'ok'), primary: 'jobs', severity: 'warning', message: '"queue/missing-dead-letter-queue" is suppressed on Jobs without a reason.' },
    { when: 'the reason is blank', sketch: accepted('jobs', '            '), primary: 'jobs' },
    { when: 'it stands on a boundary', sketch: accepted('vpc', 'ok'), primary: 'vpc', message: /on VPC without/ },
    { when: 'it stands on a connection', sketch: `${accepted('jobs', 'A good reason.')}\naccept model/incomplete-connection on c1 "hm"`, primary: 'c1' },
  ],
  silent: [{ when: 'the reason has ten characters', sketch: accepted('jobs', '0123456789') }],
});
