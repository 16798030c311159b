import { largeUploadWithoutChunking } from '#rules/blob-storage/large-upload-without-chunking.ts';
import { testRule } from '../../support/test-rule.ts';

const upload = (connection: string, bucket = '', more = ''): string =>
  `client web\nblob-storage videos "Videos" { ${bucket} }\nweb -> videos as up { authorization: presigned-url, ${connection} }\n${more}`;
const two = 'access: write, requestBytes: 2000000000';
const fiveGib = 5 * 2 ** 30;
const parts = 'Send it in parts of 8 MiB';

testRule(largeUploadWithoutChunking, {
  fires: [
    { when: 'parts are denied', sketch: upload(`${two}, chunkedUpload: false`), primary: 'up', severity: 'warning', message: /^Uploads of 1.86 GiB to Videos are sent in one piece/, related: ['web', 'videos'], fixes: [parts] },
    { when: 'nothing is said about parts', sketch: upload(two), primary: 'up', severity: 'warning', message: /^The diagram does not say whether uploads of 1.86 GiB/, fixes: [parts] },
    { when: 'the bucket denies parts', sketch: upload(two, 'chunkedUpload: false'), severity: 'warning', message: /one piece/ },
    { when: 'the connection denies what the bucket offers', sketch: upload(`${two}, chunkedUpload: false`, 'chunkedUpload: true'), severity: 'warning' },
    { when: 'the size is at the threshold', sketch: upload('access: write, requestBytes: 100000000'), severity: 'warning' },
    { when: 'the access is both', sketch: upload('access: read-write, requestBytes: 100000000'), severity: 'warning' },
    { when: 'the size is at what one piece can hold', sketch: upload(`access: write, requestBytes: ${fiveGib}, chunkedUpload: false`), severity: 'warning' },
    { when: 'the size is above what one piece can hold', sketch: upload(`access: write, requestBytes: ${fiveGib + 1}, chunkedUpload: false`), severity: 'error', message: /one piece/, fixes: [parts] },
    { when: 'the size is above it, but nothing denies parts', sketch: upload(`access: write, requestBytes: ${fiveGib + 1}`), severity: 'warning' },
    { when: 'the size is the largest object', sketch: upload('access: write', 'maxObjectBytes: 2000000000'), severity: 'warning', fixes: [parts] },
    { when: 'somebody else only reads', sketch: upload('access: write', 'maxObjectBytes: 2000000000', 'service api\napi -> videos { access: read }') },
    { when: 'a worker writes', sketch: 'worker w\nblob-storage videos\nw -> videos as up { access: write, requestBytes: 200000000 }', primary: 'up' },
    { when: 'the stated part size holds it', sketch: upload(two, 'chunkBytes: 16777216'), fixes: ['Send it in parts of 16 MiB'] },
    { when: 'the stated part size is too small', sketch: upload('access: write, requestBytes: 100000000000', 'chunkBytes: 8388608'), fixes: ['Send it in parts of 10 MiB'] },
    { when: 'no part is large enough', sketch: upload('access: write, requestBytes: 60000000000000'), fixes: [] },
  ],
  silent: [
    { when: 'the connection sends parts', sketch: upload(`${two}, chunkedUpload: true`, 'chunkedUpload: false') },
    { when: 'the bucket takes parts', sketch: upload(two, 'chunkedUpload: true') },
    { when: 'the transfer is resumable', sketch: upload(`${two}, chunkedUpload: false, resumable: true`) },
    { when: 'the bucket resumes', sketch: upload(two, 'resumableUpload: true') },
    { when: 'the size is just below the threshold', sketch: upload('access: write, requestBytes: 99999999') },
    { when: 'the stated size is small, whatever the largest object is', sketch: upload('access: write, requestBytes: 20000', 'maxObjectBytes: 2000000000') },
    { when: 'it only reads', sketch: upload('access: read, requestBytes: 2000000000') },
    { when: 'it goes elsewhere', sketch: 'client web\nservice api\nweb -> api { access: write, requestBytes: 2000000000 }' },
    { when: 'the threshold is set higher', sketch: `settings { lintConfig: { rules: { blob-storage/large-upload-without-chunking: [warning, { minBytes: 3000000000 }] } } }\n${upload(two)}` },
  ],
  notStated: [
    { when: 'the size is open', sketch: upload('access: write'), fields: ['requestBytes'] },
    { when: 'the largest object may be that of another writer', sketch: `client web\nservice api\nblob-storage videos { maxObjectBytes: 2000000000 }\nweb -> videos { access: write }\napi -> videos { access: write, requestBytes: 20000 }`, fields: ['requestBytes'] },
    { when: 'the access is open', sketch: upload('requestBytes: 2000000000'), fields: ['access'] },
    { when: 'both are open', sketch: upload(''), fields: ['access', 'requestBytes'] },
  ],
});
