import { overlappingRuns } from '#rules/scheduled-job/overlapping-runs.ts';
import { testRule } from '../../support/test-rule.ts';

const close = (job: string, more = ''): string => `scheduled-job close "Nightly close" { ${job} }\ncore-database db\nclose -> db { access: write }\n${more}`;
const fixes = ['Forbid overlapping runs'];

testRule(overlappingRuns, {
  fires: [
    { when: 'runs may overlap', sketch: close('overlapPolicy: allow'), primary: 'close', severity: 'suggestion', message: 'What if Nightly close is still running when the next run starts?', fixes },
    { when: 'nothing is said', sketch: close(''), fixes },
    { when: 'running it twice does harm', sketch: close('overlapPolicy: allow, idempotent: false') },
  ],
  silent: [
    { when: 'overlap is forbidden', sketch: close('overlapPolicy: forbid') },
    { when: 'the new run replaces the old one', sketch: close('overlapPolicy: replace') },
    { when: 'running it twice does no harm', sketch: close('overlapPolicy: allow, idempotent: true') },
    { when: 'it takes a lock', sketch: close('overlapPolicy: allow', 'distributed-lock lock\nclose -> lock') },
  ],
});
