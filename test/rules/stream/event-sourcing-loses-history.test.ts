import { eventSourcingLosesHistory } from '#rules/stream/event-sourcing-loses-history.ts';
import { testRule } from '../../support/test-rule.ts';

const ledger = (stream: string, more = '', publish = ''): string =>
  `entity booking { sourceOfTruth: db }\nentity entry { sourceOfTruth: ledger }\ncore-database db\nservice api\nstream ledger "Ledger" { eventSourcing: true, ${stream} }\nworker w\napi -> ledger as p { ${publish} }\nledger -> w\n${more}`;
const week = 'retentionSeconds: 604800';
const fixes = ['Keep every event for ever', 'Archive events in a bucket'];

testRule(eventSourcingLosesHistory, {
  fires: [
    { when: 'events are deleted after a week', sketch: ledger(`${week}, cleanupPolicy: delete`), primary: 'ledger', severity: 'error', message: 'Ledger is the record of state, but it deletes events after 7 days.', fixes },
    { when: 'they are compacted and deleted', sketch: ledger(`${week}, cleanupPolicy: compact-delete`), severity: 'error', fixes },
    { when: 'what happens after a week is open', sketch: ledger(week), severity: 'warning', message: 'Ledger is the record of state and keeps events 7 days; the diagram does not say what happens then.', fixes },
    { when: 'they are compacted', sketch: ledger('cleanupPolicy: compact'), severity: 'warning', message: 'Ledger is the record of state, but compaction keeps only the last event per key.', fixes },
    { when: 'they are compacted, after whatever time', sketch: ledger(`${week}, cleanupPolicy: compact`), severity: 'warning', message: /compaction/ },
    { when: 'they are compacted and kept for ever', sketch: ledger('retentionSeconds: unlimited, cleanupPolicy: compact-delete'), severity: 'warning', message: /compaction/, fixes },
    { when: 'they are compacted, and the time is open', sketch: ledger('cleanupPolicy: compact-delete'), severity: 'warning', message: /compaction/ },
    { when: 'the truth of some of it is here', sketch: ledger(`${week}, cleanupPolicy: delete`, '', 'dataFlows: [booking, entry]'), severity: 'error' },
    { when: 'some of it is no captured change', sketch: ledger(`${week}, cleanupPolicy: delete`, 'db -> ledger'), severity: 'error' },
  ],
  silent: [
    { when: 'they are kept for ever', sketch: ledger('retentionSeconds: unlimited, cleanupPolicy: delete') },
    { when: 'an archive is stated', sketch: ledger(`${week}, cleanupPolicy: delete, archive: db`) },
    { when: 'a bucket consumes them', sketch: ledger(`${week}, cleanupPolicy: delete`, 'blob-storage lake\nledger -> lake') },
    { when: 'the truth is elsewhere', sketch: ledger(`${week}, cleanupPolicy: delete`, '', 'dataFlows: [booking]') },
    { when: 'all of it is captured', sketch: `core-database db\nstream s { eventSourcing: true, ${week}, cleanupPolicy: delete }\nworker w\ndb -> s -> w` },
    { when: 'it is no record', sketch: ledger(`${week}, cleanupPolicy: delete`).replace('eventSourcing: true', 'eventSourcing: false') },
    { when: 'nothing says that it is one', sketch: ledger(`${week}, cleanupPolicy: delete`).replace('eventSourcing: true, ', '') },
  ],
  notStated: [
    { when: 'nothing is said', sketch: ledger(''), fields: ['retentionSeconds', 'cleanupPolicy'] },
    { when: 'the time is open', sketch: ledger('cleanupPolicy: delete'), fields: ['retentionSeconds'] },
    { when: 'the clean-up is open', sketch: ledger('retentionSeconds: unlimited'), fields: ['cleanupPolicy'] },
  ],
});
