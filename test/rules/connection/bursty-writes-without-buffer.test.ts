import { burstyWritesWithoutBuffer } from '#rules/connection/bursty-writes-without-buffer.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly ratio?: string;
  readonly target?: string;
  readonly peak?: string;
  readonly write?: string;
  readonly caller?: string;
  readonly more?: string;
}
const database = 'core-database to "Orders" { perInstanceWriteRps: 5000 }';
const sale = ({ ratio = 'peakToAverageRatio: 10', target = database, peak = 'peakRps: 4500', write = 'access: write', caller = 'service shop', more = '' }: Drawn = {}): string =>
  `settings { ${ratio} }\nclient web\n${caller}\n${target}\nweb -> shop as entry { access: write, ${peak} }\nshop -> to as write { ${write} }\n${more}`;
const fixes = ['Take the writes in through a queue'];

testRule(burstyWritesWithoutBuffer, {
  fires: [
    { when: 'a flash sale straight to the database', sketch: sale(), primary: 'to', severity: 'suggestion', message: 'Peaks reach 90 % of Orders while the average is 9 %; a queue would flatten them.', related: ['write', 'shop'], fixes },
    { when: 'the peak is just near the limit', sketch: sale({ peak: 'peakRps: 4000' }), message: /Peaks reach 80 %/ },
    { when: 'the peak is over the limit', sketch: sale({ peak: 'peakRps: 9000' }), message: /Peaks reach 180 %/ },
    { when: 'the average is just a fifth', sketch: sale({ ratio: '', peak: 'peakRps: 4500, averageRps: 900' }), message: /average is 18 %/ },
    { when: 'a provider limits the rate', sketch: sale({ target: 'external-system to "Mail" { rateLimitRps: 1000 }', peak: 'peakRps: 900' }), primary: 'to', message: /Peaks reach 90 % of Mail/, fixes },
    { when: 'several shards take it', sketch: sale({ target: 'core-database to { perInstanceWriteRps: 1000, shardCount: 5 }' }), message: /Peaks reach 90 %/ },
    { when: 'reads and writes, a share of each', sketch: sale({ peak: 'peakRps: 9000', write: 'access: read-write, readFraction: 0.5' }), message: /Peaks reach 90 %/, fixes },
    { when: 'one of two writers needs no result at once', sketch: sale({ write: 'access: write, consistencyRequirement: strong', peak: 'peakRps: 2250', more: 'service log\nweb -> log { access: write, peakRps: 2250 }\nlog -> to { access: write }' }), related: ['shop', 'log'], fixes },
    { when: 'the request succeeds without it', sketch: sale({ write: 'access: write, consistencyRequirement: strong, critical: false' }) },
    { when: 'a worker that is also called writes too', sketch: sale({ peak: 'peakRps: 4000', more: 'queue q\nworker w\nservice extra\nextra -> q -> w\nextra -> w { peakRps: 1, access: read }\nextra -> q { peakRps: 1 }\nw -> to { access: write, peakRps: 10 }' }), fixes },
    { when: 'the client writes itself', sketch: `settings { peakToAverageRatio: 10 }\nclient web { trusted: true }\n${database}\nweb -> to { access: write, peakRps: 4500 }`, fixes: [] },
  ],
  silent: [
    { when: 'the peak is just far from the limit', sketch: sale({ peak: 'peakRps: 3999' }) },
    { when: 'the average is more than a fifth', sketch: sale({ ratio: '', peak: 'peakRps: 4500, averageRps: 901' }) },
    { when: 'callers need the result now', sketch: sale({ write: 'access: write, consistencyRequirement: strong' }) },
    { when: 'what is written needs to be consistent', sketch: `entity seat { consistencyNeed: strong }\n${sale({ write: 'access: write, dataFlows: [seat]' })}` },
    { when: 'a queue lies before it', sketch: `settings { peakToAverageRatio: 10 }\nclient web\nservice shop\nqueue q\nworker w\n${database}\nweb -> shop { access: write, peakRps: 4500 }\nshop -> q -> w\nw -> to { access: write }` },
    { when: 'some writes are buffered already', sketch: sale({ more: 'queue q\nworker w { perInstanceRps: 10, instances: 1 }\nshop -> q -> w\nw -> to { access: write }' }) },
    { when: 'it is read only', sketch: sale({ write: 'access: read, trigger: all' }) },
    { when: 'nobody waits', sketch: sale({ write: 'access: write, synchrony: async' }) },
    { when: 'no user writes', sketch: sale().replace('client web', 'scheduled-job web') },
    { when: 'the limit is zero', sketch: sale({ target: 'core-database to { perInstanceWriteRps: 0 }' }) },
    { when: 'the peak is not known', sketch: sale({ peak: '' }) },
    { when: 'some of the calls may write', sketch: sale({ more: 'service other\nother -> to { peakRps: 10 }' }) },
    { when: 'limit and average are not known', sketch: sale({ ratio: '', target: 'core-database to' }) },
    { when: 'the average is not known, and the peak is small', sketch: sale({ ratio: '', peak: 'peakRps: 100' }) },
    { when: 'the limit is not known, and the day is even', sketch: sale({ ratio: 'peakToAverageRatio: 2', target: 'core-database to' }) },
  ],
  notStated: [
    { when: 'the limit of the database is missing', sketch: sale({ target: 'core-database to' }), fields: ['perInstanceWriteRps'] },
    { when: 'the limit of the provider is missing', sketch: sale({ target: 'external-system to' }), fields: ['rateLimitRps'] },
    { when: 'the average is missing', sketch: sale({ ratio: '' }), fields: ['averageRps'] },
  ],
});
