import { streamPartitionThroughput } from '#rules/capacity/stream-partition-throughput.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (values: string, publish: string, more = ''): string => `service api\nstream events "Events" { ${values} }\nworker indexer\napi -> events { ${publish} }\nevents -> indexer\n${more}`;
const bytes = 'perPartitionBytesPerSecond: 1000000';
const records = 'perPartitionRps: 1000';

testRule(streamPartitionThroughput, {
  fires: [
    { when: 'too many bytes are written', sketch: events(`partitions: 2, ${bytes}`, 'peakRps: 5000, requestBytes: 1000'), primary: 'events', severity: 'error', message: 'Events takes 5 MB/s, but its 2 partitions carry 2 MB/s (estimate).', related: ['api'], fixes: ['Split Events into 8 partitions'] },
    { when: 'too many records are written', sketch: events(`partitions: 1, ${records}`, 'peakRps: 1001'), message: 'Events takes 1,001 records/s, but its partition carries 1,000 records/s (estimate).', fixes: ['Split Events into 2 partitions'] },
    { when: 'calls carry many records', sketch: events(`partitions: 2, ${records}`, 'peakRps: 50, batchSize: 100'), message: /5,000 records/ },
    { when: 'the worse of two limits counts', sketch: events(`partitions: 2, ${records}, ${bytes}`, 'peakRps: 3000, requestBytes: 10000'), message: /30 MB/, fixes: ['Split Events into 43 partitions'] },
    { when: 'changes of a database and another stream add to it', sketch: events(`partitions: 2, ${records}`, 'peakRps: 1000', 'core-database db\nstream old\ndb -> events { peakRps: 600 }\nold -> events { interaction: consume, peakRps: 600 }'), message: /2,200 records/, related: ['api', 'db', 'old'] },
    { when: 'records are too many, and their size is open', sketch: events(`partitions: 1, ${records}, ${bytes}`, 'peakRps: 5000') },
  ],
  silent: [
    { when: 'partitions are enough', sketch: events(`partitions: 10, ${bytes}`, 'peakRps: 5000, requestBytes: 1000') },
    { when: 'partitions are just enough', sketch: events(`partitions: 5, ${records}, ${bytes}`, 'peakRps: 5000, requestBytes: 1000') },
    { when: 'the provider sizes it on demand', sketch: events('partitions: 1', 'peakRps: 5000, requestBytes: 1000') },
    { when: 'one rate is not known', sketch: events(`partitions: 1, ${records}`, 'peakRps: 5000', 'service other\nother -> events') },
  ],
  notStated: [
    { when: 'nobody says how many partitions there are', sketch: events(records, 'peakRps: 5000'), fields: ['partitions'] },
    { when: 'nobody says how large a record is', sketch: events(`partitions: 2, ${bytes}`, 'peakRps: 5000'), fields: ['requestBytes'] },
  ],
});
