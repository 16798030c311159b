import { invalidPartLayout } from '#rules/blob-storage/invalid-part-layout.ts';
import { testRule } from '../../support/test-rule.ts';

const mib = 2 ** 20;
const layout = (chunk: number, more = '', technology = 'Amazon S3'): string => `service api\nblob-storage videos "Videos" { technology: "${technology}", chunkBytes: ${chunk}, ${more} }\napi -> videos { access: read }`;
const change = (part: string): string => `Change the part size to ${part}`;

testRule(invalidPartLayout, {
  fires: [
    { when: 'too many parts', sketch: layout(5 * mib, `maxObjectBytes: ${100 * 1024 * mib}`), primary: 'videos', severity: 'error', message: 'Parts of 5 MiB cannot hold 100 GiB in Videos: S3 takes at most 10,000 of them.', fixes: [change('11 MiB')] },
    { when: 'one byte too many', sketch: layout(5 * mib, `maxObjectBytes: ${50_000 * mib + 1}`), fixes: [change('8 MiB')] },
    { when: 'parts are just too small', sketch: layout(5 * mib - 1), severity: 'error', message: /^Videos would refuse parts of 5 MiB/, fixes: [change('8 MiB')] },
    { when: 'parts are just too large', sketch: layout(5 * 1024 * mib + 1), severity: 'error', fixes: [change('8 MiB')] },
    { when: 'parts are denied nowhere', sketch: layout(mib, 'chunkedUpload: true') },
    { when: 'no part is large enough', sketch: layout(5 * mib, 'maxObjectBytes: 60000000000000'), fixes: [] },
    ...['MinIO', 'Cloudflare R2', 'Ceph RGW', 'my s3-like store'].map((technology) => ({ when: `it is ${technology}`, sketch: layout(mib, '', technology) })),
  ],
  silent: [
    { when: 'the largest object fits', sketch: layout(8 * mib, 'maxObjectBytes: 50000000000') },
    { when: 'it needs exactly ten thousand parts', sketch: layout(5 * mib, `maxObjectBytes: ${50_000 * mib}`) },
    { when: 'parts are as small as may be', sketch: layout(5 * mib) },
    { when: 'parts are as large as may be', sketch: layout(5 * 1024 * mib) },
    { when: 'uploads are in one piece', sketch: layout(mib, 'chunkedUpload: false') },
    { when: 'the largest object is one part', sketch: layout(mib, `maxObjectBytes: ${mib}`) },
    { when: 'the technology is another', sketch: layout(mib, '', 'Azure Blob Storage') },
    { when: 'the letters are part of a word', sketch: layout(mib, '', 'CMS32') },
    { when: 'the part size is not stated', sketch: 'service api\nblob-storage videos { technology: "Amazon S3", maxObjectBytes: 200000000000 }\napi -> videos' },
    { when: 'a good size, and no technology', sketch: `service api\nblob-storage videos { chunkBytes: ${8 * mib} }\napi -> videos` },
    { when: "it is somebody else's", sketch: layout(mib, 'inScope: false') },
  ],
  notStated: [{ when: 'the technology is open', sketch: `service api\nblob-storage videos { chunkBytes: ${mib} }\napi -> videos`, fields: ['technology'] }],
});
