import { simpleWorkQueue } from '#rules/stream/simple-work-queue.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly stream?: string;
  readonly rps?: number;
  readonly worker?: string;
  readonly consume?: string;
  readonly more?: string;
}

const strict = 'settings { lintConfig: { preset: strict } }';
const jobs = ({ stream = 'partitions: 1', rps = 999, worker = '', consume = '', more = '' }: Drawn = {}): string =>
  `${strict}\nclient web\nservice api\nstream jobs "Jobs" { ${stream} }\nworker mailer { ${worker} }\nweb -> api { peakRps: ${rps} }\napi -> jobs\njobs -> mailer { ${consume} }\n${more}`;

testRule(simpleWorkQueue, {
  fires: [
    { when: 'one worker takes little from one partition', sketch: jobs(), primary: 'jobs', severity: 'suggestion', message: 'Jobs is used like a work queue; would a queue with per-message retry and a DLQ do?', related: ['mailer'], fixes: [] },
    { when: 'one partition has a key', sketch: jobs({ stream: 'partitions: 1, partitionKey: id' }) },
    { when: 'several partitions have none', sketch: jobs({ stream: 'partitions: 12, partitionKey: ""' }) },
    { when: 'nothing is stated of partitions', sketch: jobs({ stream: '' }) },
    { when: 'two workers share one group', sketch: jobs({ consume: 'consumerGroup: mail', more: 'worker second\njobs -> second { consumerGroup: mail }' }) },
    { when: 'the worker cuts no windows', sketch: jobs({ worker: 'streamProcessing: { windowing: none }' }) },
  ],
  silent: [
    { when: 'the recommended preset leaves it out', sketch: jobs().replace(strict, '') },
    { when: 'two groups', sketch: jobs({ consume: 'consumerGroup: mail', more: 'worker second\njobs -> second { consumerGroup: bill }' }) },
    { when: 'two workers without a group', sketch: jobs({ more: 'worker second\njobs -> second' }) },
    { when: 'a broadcast', sketch: jobs({ consume: 'deliveryMode: broadcast' }) },
    { when: 'a replay', sketch: jobs({ consume: 'replayRequired: true' }) },
    { when: 'a bucket reads too', sketch: jobs({ consume: 'consumerGroup: mail', more: 'blob-storage lake\njobs -> lake { consumerGroup: mail }' }) },
    { when: 'a key over several partitions', sketch: jobs({ stream: 'partitions: 12, partitionKey: id' }) },
    { when: 'windows', sketch: jobs({ worker: 'streamProcessing: { windowing: tumbling }' }) },
    { when: 'event sourcing', sketch: jobs({ stream: 'partitions: 1, eventSourcing: true' }) },
    { when: 'captured changes', sketch: `${strict}\nclient web\nservice api\ncore-database db\nstream jobs { partitions: 1 }\nworker w\nweb -> api { peakRps: 10, access: write }\napi -> db { access: write }\ndb -> jobs -> w` },
    { when: 'much arrives', sketch: jobs({ rps: 1000 }) },
    { when: 'how much arrives is not known', sketch: jobs().replace('peakRps: 999', '') },
    { when: 'a rationale', sketch: jobs({ stream: 'partitions: 1, rationale: "Kafka is what we run."' }) },
    { when: 'nobody reads it', sketch: `${strict}\nclient web\nservice api\nstream jobs\nweb -> api { peakRps: 10 }\napi -> jobs` },
  ],
});
