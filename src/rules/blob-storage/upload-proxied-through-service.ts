import { quantity } from '#catalog/wording.ts';
import { isRequest, writes } from '#graph/access.ts';
import { flowsOf, known } from '#graph/entities.ts';
import type { Graph } from '#graph/graph.ts';
import { addConnection, fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { type TransferPath, transferPaths, witnessOf } from './transfer-path.ts';

/** A service carries large uploads to a bucket that clients could reach themselves. */
export const uploadProxiedThroughService = componentRule({
  id: 'blob-storage/upload-proxied-through-service',
  kinds: ['service'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { carried: { text: '{name} carries {size} uploads to {bucket}; let the client upload directly with a presigned URL.' } },
  docs: {
    what: 'Large uploads pass a service on their way to blob storage.',
    why: "The bytes occupy the service's memory and bandwidth, and the gateway's limits, for nothing that the bucket could not do.",
    fix: 'Let the service hand out a presigned URL, the client upload, and a storage event confirm.',
    silentWhen: ['The size is not stated, or small.', 'The access of a connection on the way is not stated.', 'The client is internal, or also writes to the bucket directly.', 'A rationale says why the bytes pass here: a virus scan, a transformation.'],
    sources: ['AWS, uploading objects with presigned URLs.'],
    question: 'How do the bytes get into the bucket?',
  },
  options: { minBytes: { default: 5 * 2 ** 20, help: 'Size in bytes from which an upload should go around the service.' } },
  examples: {
    bad: 'client web\nservice api\nblob-storage files\nweb -> api { access: write, requestBytes: 52428800 }\napi -> files { access: write }',
    good: 'client web\nservice api\nblob-storage files\nweb -> api { access: write }\nweb -> files { access: write, authorization: presigned-url, chunkedUpload: true }',
  },
  check(component, { graph, option }) {
    const lasts = graph.out(component.id).filter((edge) => edge.to.kind === 'blob-storage' && isRequest(edge) && writes(edge) === true);
    if (lasts.length === 0) return undefined;
    for (const last of lasts) {
      for (const path of transferPaths(graph, last, (edge) => writes(edge) === true)) {
        const size = sizeOf(graph, path);
        if (size === undefined || size < option('minBytes') || isExplained(path) || writesDirectly(graph, path)) continue;
        return fail('carried', {
          data: { name: component.name, size: quantity(size, 'bytes'), bucket: last.to.name },
          related: [
            { id: path[0].from.id, role: 'uploader' },
            { id: last.to.id, role: 'bucket' },
            { id: last.id, role: 'carrying connection' },
          ],
          witness: witnessOf(path),
        });
      }
    }
    return pass;
  },
  fixes: ({ related }): readonly Fix[] => {
    const idOf = (role: string): string => related.find((each) => each.role === role)?.id ?? '';
    const [client, bucket, carrying] = [idOf('uploader'), idOf('bucket'), idOf('carrying connection')];
    return [
      fix('Upload directly with a presigned URL', 'suggest', (diagram, freshId) => {
        const direct = addConnection(diagram, freshId(), client, bucket, 'request', { access: 'write', authorization: 'presigned-url', chunkedUpload: true });
        return set(direct, carrying, { access: 'read', critical: false });
      }),
    ];
  },
});

/** The size of one upload in bytes: of the first step, else the last, else of the largest thing that both carry. */
function sizeOf(graph: Graph, path: TransferPath): number | undefined {
  const [first, last] = [path[0], path.at(-1) ?? path[0]];
  const stated = first.connection.properties.requestBytes ?? last.connection.properties.requestBytes;
  if (stated !== undefined) return stated;
  const [a, b] = [flowsOf(first), flowsOf(last)];
  const shared = a.length === 0 ? b : b.length === 0 ? a : a.filter((id) => b.includes(id));
  const sizes = known(graph, shared).flatMap(({ averageBytes }) => averageBytes ?? []);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

function isExplained(path: TransferPath): boolean {
  const last = path.at(-1) ?? path[0];
  const service = last.from.properties;
  const speaks = (text: string | undefined): boolean => (text ?? '').trim() !== '';
  return speaks(path[0].connection.properties.rationale) || speaks(last.connection.properties.rationale) || (speaks(service.rationale) && service.role === 'proxy');
}

function writesDirectly(graph: Graph, path: TransferPath): boolean {
  const bucket = (path.at(-1) ?? path[0]).to.id;
  return graph.out(path[0].from.id).some((edge) => edge.to.id === bucket && isRequest(edge) && writes(edge) === true);
}
