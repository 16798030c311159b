import { noBackup } from '#rules/database/no-backup.ts';
import { testRule } from '../../support/test-rule.ts';

const store = (database: string, more = ''): string => `${more}\nservice api\ncore-database db "Orders" { ${database} }\napi -> db { access: write }`;
const view = (retention: string, more = ''): string => `stream log { retentionSeconds: ${retention} }\nworker builder\ncore-database db { backup: none }\nlog -> builder\nbuilder -> db { access: write }\n${more}`;

testRule(noBackup, {
  fires: [
    { when: 'there is none', sketch: store('backup: none'), severity: 'warning', message: /^Orders has no backup/, fixes: ['Keep a backup for any point in time'] },
    { when: 'replicas are no backup', sketch: store('backup: none, replicas: 2') },
    { when: 'nobody writes it', sketch: 'service api\ncore-database db { backup: none }\napi -> db { access: read }' },
    { when: 'some of its data must not be lost', sketch: store('backup: none, dataStored: [view, order]', 'entity view { lossTolerant: true }\nentity order {}') },
    { when: 'some of its data is not known', sketch: store('backup: none, dataStored: [view, ghost]', 'entity view { lossTolerant: true }') },
    { when: 'an empty list says nothing of its data', sketch: store('backup: none, dataStored: []') },
    { when: 'the stream forgets after a week', sketch: view('604800') },
    { when: 'the stream does not say how long it keeps', sketch: 'stream log\nworker builder\ncore-database db { backup: none }\nlog -> builder\nbuilder -> db { access: write }' },
    { when: 'one writer more follows nothing', sketch: view('unlimited', 'service api\napi -> db { access: write }') },
    { when: 'one connection more may write', sketch: view('unlimited', 'service api\napi -> db') },
    { when: 'nothing is known to write it', sketch: view('unlimited').replace('{ access: write }', '') },
    { when: 'the builder also follows a queue', sketch: view('unlimited', 'queue jobs\njobs -> builder') },
    { when: 'the builder follows the changes of this very database', sketch: 'worker w\ncore-database db { backup: none }\ndb -> w { interaction: change-data-capture }\nw -> db { access: write }' },
    { when: 'a job writes it', sketch: 'stream log { retentionSeconds: unlimited }\nscheduled-job nightly\ncore-database db { backup: none }\nnightly -> db { access: write }' },
    { when: 'it replicates into itself', sketch: 'service api\ncore-database db { backup: none }\napi -> db { access: read }\ndb -> db { interaction: replicate }' },
  ],
  silent: [
    { when: 'any point in time', sketch: store('backup: point-in-time') },
    { when: 'snapshots', sketch: store('backup: snapshot') },
    { when: 'all its data may be lost', sketch: store('backup: none, dataStored: [view]', 'entity view { lossTolerant: true }') },
    { when: 'a stream that keeps everything is consumed straight into it', sketch: 'stream log { retentionSeconds: unlimited }\ncore-database db { backup: none }\nlog -> db { interaction: consume }' },
    { when: 'a worker builds it from a stream that keeps everything', sketch: view('unlimited') },
    { when: 'a reader beside the builder', sketch: view('unlimited', 'service api\napi -> db { access: read }') },
    { when: 'a service follows another database', sketch: 'core-database orders { backup: point-in-time }\nservice s\ncore-database db { backup: none }\norders -> s { interaction: change-data-capture }\ns -> db { access: write }' },
    { when: 'another database replicates into it', sketch: 'core-database orders { backup: point-in-time }\ncore-database db { backup: none }\norders -> db { interaction: replicate }' },
    { when: "it is somebody else's", sketch: store('backup: none, inScope: false') },
  ],
  notStated: [
    { when: 'nothing is said of backups', sketch: store(''), fields: ['backup'] },
    { when: 'nothing is said, and nothing has to be', sketch: store('dataStored: [view]', 'entity view { lossTolerant: true }'), fields: [] },
  ],
});
