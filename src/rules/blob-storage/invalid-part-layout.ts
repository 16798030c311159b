import { quantity } from '#catalog/wording.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { partBytesFor, partLimits } from './blob-storage-terms.ts';

const s3Interface = /\b(?:s3|minio|r2|ceph)\b/i;

/** Parts of an upload have a size or number that S3 refuses. */
export const invalidPartLayout = componentRule({
  id: 'blob-storage/invalid-part-layout',
  kinds: ['blob-storage'],
  severity: 'error',
  category: 'correctness',
  reach: 'record',
  messages: {
    size: { text: '{name} would refuse parts of {chunk}: S3 takes 5 MiB to 5 GiB.' },
    count: { text: 'Parts of {chunk} cannot hold {object} in {name}: S3 takes at most 10,000 of them.' },
  },
  docs: {
    what: 'The part size is outside what the S3 interface takes, or the largest object would need more than 10,000 parts.',
    why: 'The bucket rejects such an upload, often only at its end.',
    fix: 'Choose a part size between 5 MiB and 5 GiB that holds the largest object in 10,000 parts.',
    silentWhen: ['The technology or the part size is not stated, or the technology does not speak S3.', 'Uploads are declared not to be sent in parts.', 'The largest object fits into one part: the last part may be small.'],
    sources: ['AWS, S3 multipart upload limits.'],
    question: 'How large are the parts of an upload, and does the largest object fit?',
  },
  examples: {
    bad: 'service api\nblob-storage videos { technology: "Amazon S3", chunkBytes: 5242880, maxObjectBytes: 107374182400 }\napi -> videos',
    good: 'service api\nblob-storage videos { technology: "Amazon S3", chunkBytes: 8388608, maxObjectBytes: 53687091200 }\napi -> videos',
  },
  check({ id, name, properties: { technology, chunkedUpload, chunkBytes, maxObjectBytes } }) {
    if (chunkBytes === undefined || chunkedUpload === false) return undefined;
    if (maxObjectBytes !== undefined && maxObjectBytes <= chunkBytes) return pass;
    const isRefused = chunkBytes < partLimits.leastBytes || chunkBytes > partLimits.mostBytes;
    const isTooMany = maxObjectBytes !== undefined && maxObjectBytes / chunkBytes > partLimits.parts;
    if (!isRefused && !isTooMany) return pass;
    if (technology === undefined) return notStated(id, 'technology');
    if (!s3Interface.test(technology)) return pass;
    return fail(isRefused ? 'size' : 'count', {
      data: { name, chunk: quantity(chunkBytes, 'bytes'), object: quantity(maxObjectBytes ?? 0, 'bytes') },
      witness: [id],
      evidence: Object.entries({ technology, chunkBytes, maxObjectBytes }).flatMap(([property, value]) => (value === undefined ? [] : [{ record: id, property, value }])),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const part = partBytesFor(diagram.components.get(primary)?.properties.maxObjectBytes ?? 0);
    return part === undefined ? [] : [setFix(`Change the part size to ${quantity(part, 'bytes')}`, 'auto', primary, { chunkBytes: part })];
  },
});
