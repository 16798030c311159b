import { itemTooLarge } from '#rules/database/item-too-large.ts';
import { testRule } from '../../support/test-rule.ts';

const write = (connection: string, database = 'maxItemBytes: 409600', access = 'write'): string => `service api\ncore-database db "Items" { ${database} }\napi -> db { access: ${access}, ${connection} }`;

testRule(itemTooLarge, {
  fires: [
    { when: 'a record above the limit', sketch: write('requestBytes: 700000'), primary: 'c1', severity: 'error', message: /^Records of 683\.59 KiB exceed the 400 KiB limit of Items/, related: ['api', 'db'], fixes: ['Move the bytes to blob storage'] },
    { when: 'one byte above', sketch: write('requestBytes: 409601') },
    { when: 'a batch of large records', sketch: write('requestBytes: 1000000, batchSize: 2') },
    { when: 'it also reads', sketch: write('requestBytes: 700000', 'maxItemBytes: 409600', 'read-write') },
    { when: 'a stream brings it', sketch: 'stream s\ncore-database db { maxItemBytes: 1000 }\ns -> db { interaction: consume, requestBytes: 5000000 }', fixes: ['Move the bytes to blob storage'] },
    { when: 'a cache flushes it', sketch: 'distributed-cache c\ncore-database db { maxItemBytes: 1000 }\nc -> db { interaction: cache-flush, requestBytes: 2000 }', fixes: [] },
  ],
  silent: [
    { when: 'a small record', sketch: write('requestBytes: 2000') },
    { when: 'exactly at the limit', sketch: write('requestBytes: 409600') },
    { when: 'many small records in one call', sketch: write('requestBytes: 700000, batchSize: 25') },
    { when: 'it is read', sketch: write('requestBytes: 700000', 'maxItemBytes: 409600', 'read') },
    { when: 'nothing is said of sizes', sketch: write('', '') },
  ],
  notStated: [
    { when: 'the size is open', sketch: write(''), fields: ['requestBytes'] },
    { when: 'the limit is open', sketch: write('requestBytes: 700000', ''), fields: ['maxItemBytes'] },
  ],
});
