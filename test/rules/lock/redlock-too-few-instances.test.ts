import { redlockTooFewInstances } from '#rules/lock/redlock-too-few-instances.ts';
import { testRule } from '../../support/test-rule.ts';

const lock = (values: string): string => `service booking\ndistributed-lock seat "Seat lock" { ttlMs: 30000, ${values} }\nbooking -> seat`;

testRule(redlockTooFewInstances, {
  fires: [
    { when: 'Redlock has one master', sketch: lock('mechanism: redlock, independentInstances: 1'), primary: 'seat', severity: 'error', message: 'Redlock on 1 instance has no majority that survives a failure; use 5 independent servers.', fixes: ['Use 5 independent servers'] },
    { when: 'Redlock has two', sketch: lock('mechanism: redlock, independentInstances: 2, purpose: correctness'), severity: 'error', message: /^Redlock on 2 instances/ },
    { when: 'replicas do not count', sketch: lock('mechanism: redlock, independentInstances: 1, replicas: 4'), severity: 'error' },
    { when: 'doubled work is all that can happen', sketch: lock('mechanism: redlock, independentInstances: 1, purpose: efficiency'), severity: 'suggestion' },
    { when: 'Redlock has three', sketch: lock('mechanism: redlock, independentInstances: 3'), severity: 'suggestion', message: 'Why 3 servers for Seat lock? 5 survive two failures, an even number adds none.' },
    { when: 'Redlock has an even number', sketch: lock('mechanism: redlock, independentInstances: 4'), severity: 'suggestion', message: /^Why 4 servers/ },
    { when: 'six are no better than five', sketch: lock('mechanism: redlock, independentInstances: 6'), severity: 'suggestion' },
    { when: 'Redlock does not say', sketch: lock('mechanism: redlock'), severity: 'suggestion', message: 'How many independent masters does Seat lock have? The diagram does not say.' },
    { when: 'etcd runs on two', sketch: lock('mechanism: etcd, independentInstances: 2'), severity: 'warning', message: /^etcd on 2 instances/ },
    { when: 'ZooKeeper runs on one, for efficiency', sketch: lock('mechanism: zookeeper, independentInstances: 1, purpose: efficiency'), severity: 'suggestion' },
    { when: 'Consul runs on an even number', sketch: lock('mechanism: consul, independentInstances: 4'), severity: 'suggestion', message: /^Why 4 servers/ },
  ],
  silent: [
    { when: 'Redlock has five', sketch: lock('mechanism: redlock, independentInstances: 5') },
    { when: 'Redlock has seven', sketch: lock('mechanism: redlock, independentInstances: 7') },
    { when: 'etcd runs on three', sketch: lock('mechanism: etcd, independentInstances: 3') },
    { when: 'one Redis is meant', sketch: lock('mechanism: single-redis, independentInstances: 1') },
    { when: 'the lock is a row', sketch: lock('mechanism: database-row, independentInstances: 1') },
  ],
  notStated: [
    { when: 'a consensus store does not say', sketch: lock('mechanism: etcd'), fields: ['independentInstances'] },
    { when: 'the mechanism is open', sketch: lock('independentInstances: 1'), fields: ['mechanism'] },
    { when: 'five are enough for any mechanism', sketch: lock('independentInstances: 5'), fields: [] },
  ],
});
