import { blobInDatabase } from '#rules/database/blob-in-database.ts';
import { testRule } from '../../support/test-rule.ts';

const write = (connection: string, database = '', more = ''): string => `${more}\nservice api\ncore-database db "Files" { ${database} }\napi -> db { ${connection} }`;

testRule(blobInDatabase, {
  fires: [
    { when: 'a write carries five megabytes', sketch: write('access: write, requestBytes: 5242880'), severity: 'warning', message: /^Files stores large objects \(5 MiB\)/, fixes: ['Move the bytes to blob storage'] },
    { when: 'exactly a mebibyte', sketch: write('access: write, requestBytes: 1048576') },
    { when: 'a stream brings it', sketch: 'stream s\ncore-database db\ns -> db { interaction: consume, requestBytes: 5242880 }', fixes: ['Move the bytes to blob storage'] },
    { when: 'a batch of large values', sketch: write('access: write, requestBytes: 10485760, batchSize: 2') },
    { when: 'it is used as a blob store', sketch: write('access: read', 'roles: [oltp, blob]'), message: /declared as a blob store/, fixes: ['Move the bytes to blob storage'] },
    { when: 'a stored entity is large', sketch: write('access: read', 'dataStored: [video]', 'entity video { averageBytes: 2000000 }') },
    { when: 'it is used as a blob store, and says that it keeps large entities', sketch: write('access: read', 'roles: [blob], dataStored: [video]', 'entity video { averageBytes: 2000000 }'), fixes: ['Move the bytes to blob storage'] },
    { when: 'the total is not known', sketch: write('access: write, requestBytes: 5242880, dataFlows: [scan]', '', 'settings { retentionDays: 30 }\nentity scan { averageBytes: 5242880 }') },
  ],
  silent: [
    { when: 'a byte less than a mebibyte', sketch: write('access: write, requestBytes: 1048575') },
    { when: 'values are small', sketch: write('access: write, requestBytes: 2000') },
    { when: 'many small values make a large batch', sketch: write('access: write, requestBytes: 5242880, batchSize: 1000') },
    { when: 'it is read, not written', sketch: write('access: read, requestBytes: 5242880') },
    { when: 'the reason says so', sketch: write('access: write, requestBytes: 5242880', 'rationale: "A transactional blob, signed with the row."') },
    { when: 'all of it is known to stay small', sketch: write('access: write, requestBytes: 2000000, dataFlows: [scan]', '', 'settings { retentionDays: 30 }\nentity scan { averageBytes: 2000000, recordsPerDay: 10 }') },
    { when: 'rows are dropped early', sketch: write('access: write, requestBytes: 2000000, dataFlows: [scan]', 'dataRetentionDays: 7', 'settings { retentionDays: 100000 }\nentity scan { averageBytes: 2000000, recordsPerDay: 10 }') },
  ],
});
