import { ttlShorterThanWork } from '#rules/lock/ttl-shorter-than-work.ts';
import { testRule } from '../../support/test-rule.ts';

const run = (values: string, more = ''): string => `service report\ndistributed-lock run "Run lock" { ${values} }\nreport -> run\n${more}`;
const written = (write: string): string => `core-database db\nreport -> db { access: write, ${write} }`;
const short = 'ttlMs: 10000, maxHoldMs: 60000';
const fixes = ['Renew it while the work goes on', 'Change the expiry to 2 min'];

testRule(ttlShorterThanWork, {
  fires: [
    { when: 'it ends before the work does', sketch: run(`${short}, renewal: none`), primary: 'run', severity: 'error', message: 'Run lock expires after 10 s while the work takes up to 1 min.', fixes },
    { when: 'it ends with the work', sketch: run('ttlMs: 5000, maxHoldMs: 5000, renewal: none'), severity: 'error' },
    { when: 'it lasts a little longer', sketch: run('ttlMs: 5001, maxHoldMs: 5000, renewal: none'), severity: 'warning' },
    { when: 'it lasts almost twice as long', sketch: run('ttlMs: 9999, maxHoldMs: 5000, renewal: none'), severity: 'warning' },
    { when: 'nobody says whether it is renewed', sketch: run(short), severity: 'warning', message: 'Run lock expires after 10 s while the work takes up to 1 min; the diagram does not say that it is renewed.', fixes },
    { when: 'it lasts a little longer, and nobody says whether it is renewed', sketch: run('ttlMs: 9999, maxHoldMs: 5000'), severity: 'suggestion' },
    { when: 'it is for efficiency', sketch: run(`${short}, renewal: none, purpose: efficiency`), severity: 'warning' },
    { when: 'all that is mild comes together', sketch: run('ttlMs: 9999, maxHoldMs: 5000, purpose: efficiency'), severity: 'suggestion' },
    { when: 'every write is guarded', sketch: run(`${short}, renewal: none`, written('conditionalWrite: true')), severity: 'suggestion', fixes },
    { when: 'one of two writes is guarded', sketch: run(`${short}, renewal: none`, `${written('conditionalWrite: true')}\nreport -> db { access: write }`), severity: 'error' },
    { when: 'a session is stated not to be renewed', sketch: run(`${short}, renewal: none, mechanism: etcd`), severity: 'error' },
  ],
  silent: [
    { when: 'it is renewed', sketch: run(`${short}, renewal: heartbeat`) },
    { when: 'it lasts twice as long', sketch: run('ttlMs: 10000, maxHoldMs: 5000, renewal: none') },
    { when: 'it lasts six times as long', sketch: run('ttlMs: 30000, maxHoldMs: 5000, renewal: none') },
    { when: 'it never ends', sketch: run('ttlMs: none, maxHoldMs: 5000, renewal: none') },
    { when: 'zero means that it never ends', sketch: run('ttlMs: 0, maxHoldMs: 5000, renewal: none') },
    { when: 'the client of a session renews it', sketch: run(`${short}, mechanism: zookeeper`) },
  ],
  notStated: [
    { when: 'the hold is open', sketch: run('ttlMs: 10000, renewal: none'), fields: ['maxHoldMs'] },
    { when: 'both times are open', sketch: run(''), fields: ['ttlMs', 'maxHoldMs'] },
    { when: 'a session may not be renewed', sketch: run(`${short}, mechanism: consul`), fields: ['renewal'] },
    { when: 'a session lasts long enough', sketch: run('ttlMs: 30000, maxHoldMs: 5000, mechanism: consul'), fields: [] },
    { when: 'a session that is renewed by itself', sketch: run('ttlMs: 30000, mechanism: consul'), fields: [] },
  ],
});
