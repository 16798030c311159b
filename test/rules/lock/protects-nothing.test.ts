import { protectsNothing } from '#rules/lock/protects-nothing.ts';
import { testRule } from '../../support/test-rule.ts';

const lock = (more = '', holder = 'service booking "Booking"'): string => `${holder}\ndistributed-lock seat "Seat lock" { ttlMs: 30000 }\nbooking -> seat\n${more}`;

testRule(protectsNothing, {
  fires: [
    { when: 'the holder does nothing else', sketch: lock(), primary: 'seat', severity: 'suggestion', message: 'What does Seat lock protect? Booking changes nothing.', related: ['booking'], fixes: [] },
    { when: 'two holders only read', sketch: lock('worker closer "Closer"\ncloser -> seat\ncore-database db\nbooking -> db { access: read }\ncloser -> db { access: read }'), message: 'What does Seat lock protect? Booking and Closer change nothing.', related: ['closer'] },
    { when: 'somebody else writes', sketch: lock('service other\ncore-database db\nother -> db { access: write }') },
    { when: 'one of the holders is no job', sketch: lock('scheduled-job job\njob -> seat') },
    { when: 'it takes a second lock', sketch: lock('distributed-lock second { ttlMs: 30000 }\nbooking -> second'), primary: 'seat' },
  ],
  silent: [
    { when: 'the holder writes', sketch: lock('core-database db\nbooking -> db { access: write }') },
    { when: 'it may write', sketch: lock('core-database db\nbooking -> db') },
    { when: 'it changes something by another service', sketch: lock('service orders\nbooking -> orders { access: write }') },
    { when: 'it writes to a cache', sketch: lock('distributed-cache cache\nbooking -> cache { interaction: request, access: read-write }') },
    { when: 'what it does at a cache is open', sketch: lock('distributed-cache cache\nbooking -> cache') },
    { when: 'it publishes', sketch: lock('queue jobs\nbooking -> jobs') },
    { when: 'it invalidates', sketch: lock('cdn edge\nbooking -> edge { interaction: invalidate }') },
    { when: 'it calls a system of others', sketch: lock('external-system stripe\nbooking -> stripe { access: read }') },
    { when: 'it is a job', sketch: lock('', 'scheduled-job booking') },
    { when: 'it elects a leader', sketch: lock('', 'worker booking { leaderElection: true }') },
    { when: 'nobody takes it', sketch: 'client web\ndistributed-lock seat\nweb -> seat' },
  ],
});
