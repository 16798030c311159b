import { unsafeRelease } from '#rules/lock/unsafe-release.ts';
import { testRule } from '../../support/test-rule.ts';

const lock = (values: string): string => `service booking\ndistributed-lock seat "Seat lock" { ttlMs: 30000, independentInstances: 5, ${values} }\nbooking -> seat`;

testRule(unsafeRelease, {
  fires: ['redlock', 'single-redis', 'database-row'].map((mechanism) => ({
    when: `a ${mechanism} is simply deleted`,
    sketch: lock(`mechanism: ${mechanism}, ownerToken: false`),
    primary: 'seat',
    severity: 'warning',
    message: "A late holder can release somebody else's Seat lock.",
    fixes: ['Let only its owner release it'],
  })),
  silent: [
    { when: 'the token is compared', sketch: lock('mechanism: redlock, ownerToken: true') },
    ...['zookeeper', 'etcd', 'consul', 'dynamodb-conditional'].map((mechanism) => ({ when: `${mechanism} knows its holders`, sketch: lock(`mechanism: ${mechanism}, ownerToken: false`) })),
  ],
  notStated: [
    { when: 'nobody says who can release it', sketch: lock('mechanism: redlock'), fields: ['ownerToken'] },
    { when: 'the mechanism is open', sketch: lock('ownerToken: false'), fields: ['mechanism'] },
    { when: 'nothing is said', sketch: lock(''), fields: ['ownerToken', 'mechanism'] },
  ],
});
