import { usedAsPrimaryStore } from '#rules/cache/used-as-primary-store.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string, flows = ''): string =>
  `entity cart "Carts" { lossTolerant: false }\nentity view "Views" { lossTolerant: true }\nentity plain "Plain"\nservice api\ndistributed-cache cache "Memory" { ${values} }\napi -> cache { interaction: request, access: read-write${flows} }`;
const truth = (values: string, flows = ''): string => cache(`isSourceOfTruth: true, ${values}`, flows);
const sessions = (values: string, flows = ', dataFlows: [cart]'): string => cache(`useCase: session-store, ${values}`, flows);

testRule(usedAsPrimaryStore, {
  fires: [
    { when: 'the truth has no log', sketch: truth('persistence: none', ', dataFlows: [cart]'), severity: 'error', message: 'Memory is the only copy of Carts, and a crash can take it.', fixes: ['Keep a log and a replica'] },
    { when: 'nobody says what it is', sketch: truth('persistence: none'), severity: 'error', message: /only copy of its data/ },
    { when: 'the truth has snapshots', sketch: truth('persistence: snapshot, replicas: 2'), severity: 'error' },
    { when: 'the truth has a log and no replica', sketch: truth('persistence: append-log-everysec, replicas: 0'), severity: 'error' },
    { when: 'the log is open, and there is no replica', sketch: truth('replicas: 0'), severity: 'error' },
    { when: 'nothing is said', sketch: truth(''), severity: 'warning', message: /does not say what keeps it/ },
    { when: 'the log is open', sketch: truth('replicas: 1'), severity: 'warning' },
    { when: 'the replicas are open', sketch: truth('persistence: append-log-everysec'), severity: 'warning' },
    { when: 'it has one copy, and the replicas are open', sketch: truth('persistence: append-log-everysec, instances: 1'), severity: 'warning' },
    { when: 'sessions must not get lost', sketch: sessions('persistence: none'), severity: 'error' },
    { when: 'sessions are declared at the cache', sketch: sessions('persistence: none, dataStored: [cart]', ''), severity: 'error' },
    { when: 'one of two kinds of data must not get lost', sketch: truth('persistence: none', ', dataFlows: [cart, view]'), message: /Carts and Views/ },
    { when: 'whether one kind of data may get lost is open', sketch: truth('persistence: none', ', dataFlows: [plain, view]'), severity: 'error' },
  ],
  silent: [
    { when: 'it has a log and a replica', sketch: truth('persistence: append-log-everysec, replicas: 1') },
    { when: 'it has a log and several copies', sketch: truth('persistence: append-log-everysec, instances: 2') },
    { when: 'it has a log and is managed', sketch: truth('persistence: append-log-everysec, highAvailability: managed') },
    { when: 'every write is logged', sketch: truth('persistence: append-log-always, replicas: 0') },
    { when: 'the content is short-lived', sketch: truth('persistence: none, ephemeralData: true') },
    { when: 'all of it may get lost', sketch: truth('persistence: none, replicas: 0', ', dataFlows: [view]') },
    { when: 'sessions may get lost', sketch: sessions('persistence: none', ', dataFlows: [view]') },
    { when: 'sessions do not say whether they may get lost', sketch: sessions('persistence: none', ', dataFlows: [plain]') },
    { when: 'what must not get lost lies elsewhere', sketch: cache('useCase: leaderboard, persistence: none', ', dataFlows: [cart]') },
    { when: 'it is not the truth', sketch: cache('isSourceOfTruth: false, persistence: none, replicas: 0') },
    { when: 'whether it is the truth is open', sketch: cache('persistence: none, replicas: 0') },
  ],
});
