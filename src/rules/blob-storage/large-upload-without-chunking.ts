import { quantity } from '#catalog/wording.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { unstated } from '../unstated.ts';
import { gibibyte, partBytesFor, partLimits, requestsTo } from './blob-storage-terms.ts';

const largestInOnePiece = 5 * gibibyte;

/** Large uploads travel in one piece. */
export const largeUploadWithoutChunking = connectionRule({
  id: 'blob-storage/large-upload-without-chunking',
  severity: 'warning',
  category: 'performance',
  reach: 'neighbours',
  messages: {
    whole: { text: 'Uploads of {size} to {bucket} are sent in one piece: one lost connection starts them over.' },
    unset: { text: 'The diagram does not say whether uploads of {size} to {bucket} are sent in parts.' },
  },
  docs: {
    what: 'A connection writes large objects to blob storage, and they are not sent in parts.',
    why: 'One lost connection starts the whole transfer over, and nothing runs side by side. Above 5 GiB, S3 refuses a single piece.',
    fix: 'Send the object in parts (multipart upload).',
    silentWhen: ['The size or the access is not stated.', 'The upload is resumable: it goes on where it broke off.', 'Uploads are smaller than the threshold.'],
    sources: ['AWS, S3 multipart upload.'],
    question: 'How large are the uploads, and what happens when one breaks off?',
  },
  options: { minBytes: { default: 100_000_000, help: 'Size in bytes from which an upload should be sent in parts.' } },
  examples: {
    bad: 'client web\nblob-storage videos\nweb -> videos { access: write, authorization: presigned-url, requestBytes: 2000000000, chunkedUpload: false }',
    good: 'client web\nblob-storage videos\nweb -> videos { access: write, authorization: presigned-url, requestBytes: 2000000000, chunkedUpload: true }',
  },
  check({ id, properties }, { graph, option }) {
    const edge = graph.edge(id);
    if (!edge || edge.to.kind !== 'blob-storage' || !isRequest(edge) || writes(edge) === false) return undefined;
    const bucket = edge.to;
    const isChunked = properties.chunkedUpload ?? bucket.properties.chunkedUpload;
    const isResumable = properties.resumable === true || bucket.properties.resumableUpload === true;
    const size = sizeOf(graph, edge);
    if (isChunked === true || isResumable || (size !== undefined && size < option('minBytes'))) return pass;
    const { access } = properties;
    if (access === undefined || size === undefined) return notStated(id, ...unstated({ access, requestBytes: size }));
    return fail(isChunked === false ? 'whole' : 'unset', {
      severity: isChunked === false && size > largestInOnePiece ? 'error' : 'warning',
      data: { size: quantity(size, 'bytes'), bucket: bucket.name },
      related: [
        { id: edge.from.id, role: 'uploader' },
        { id: bucket.id, role: 'bucket' },
      ],
      witness: [edge.from.id, id, bucket.id],
      evidence: [properties.requestBytes === undefined ? { record: bucket.id, property: 'maxObjectBytes', value: size } : { record: id, property: 'requestBytes', value: size }],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const { chunkBytes, maxObjectBytes = 0 } = edge.to.properties;
    const size = Math.max(sizeOf(graph, edge) ?? 0, maxObjectBytes);
    const part = chunkBytes !== undefined && size / chunkBytes <= partLimits.parts ? chunkBytes : partBytesFor(size);
    if (part === undefined) return [];
    return [
      fix(`Send it in parts of ${quantity(part, 'bytes')}`, 'auto', (diagram) => set(set(diagram, primary, { chunkedUpload: true }), edge.to.id, { chunkBytes: part })),
    ];
  },
});

/** The size of one upload in bytes: stated here, or the largest object where nobody else writes to the bucket. */
function sizeOf(graph: Graph, edge: Edge): number | undefined {
  const isOnlyWriter = requestsTo(graph, edge.to).every((other) => other.id === edge.id || writes(other) !== true);
  return edge.connection.properties.requestBytes ?? (isOnlyWriter ? edge.to.properties.maxObjectBytes : undefined);
}
