import { noExpiry } from '#rules/lock/no-expiry.ts';
import { testRule } from '../../support/test-rule.ts';

const lock = (values: string): string => `service booking\ndistributed-lock seat "Seat lock" { ${values} }\nbooking -> seat`;

testRule(noExpiry, {
  fires: [
    { when: 'it is stated to never end', sketch: lock('ttlMs: none'), severity: 'error', message: /^Seat lock never expires/, fixes: ['Expire after 30 s and renew'] },
    { when: 'it ends at once, which means never', sketch: lock('ttlMs: 0'), severity: 'error' },
    { when: 'the longest hold is known', sketch: lock('ttlMs: none, maxHoldMs: 40000'), fixes: ['Expire after 80 s and renew'] },
    { when: 'a session ends it', sketch: lock('ttlMs: none, mechanism: zookeeper'), severity: 'warning' },
    { when: 'nothing is said', sketch: lock(''), severity: 'suggestion', message: /what frees it/ },
  ],
  silent: [
    { when: 'it expires', sketch: lock('ttlMs: 30000') },
    { when: 'it is an advisory lock', sketch: lock('mechanism: database-row, technology: "PostgreSQL advisory lock"') },
    { when: 'nobody takes it', sketch: 'client web\ndistributed-lock seat { ttlMs: none }\nweb -> seat' },
  ],
});
