import type { Component } from '#diagram/diagram.ts';
import { writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isUntrusted } from '#graph/roles.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { requestsTo } from './blob-storage-terms.ts';

const closed: ReadonlySet<string> = new Set(['private', 'presigned-url', 'iam']);

/** Strangers can put objects into a bucket. */
export const unauthenticatedClientWrite = componentRule({
  id: 'blob-storage/unauthenticated-client-write',
  kinds: ['blob-storage'],
  severity: 'error',
  category: 'security',
  reach: 'neighbours',
  messages: {
    public: { text: 'Anyone can write to {name}: its access control says public.' },
    anyone: { text: 'Anyone can write to {name}: uploads of {client} need no authorisation.' },
    undeclared: { severity: 'warning', text: 'Uploads of {client} to {name} need no authorisation, and nothing says that it is trusted.' },
    open: { severity: 'suggestion', text: 'What authorises the uploads of {client} to {name}?' },
  },
  docs: {
    what: 'Somebody outside the trust boundary writes to a bucket without proving that they may.',
    why: 'It becomes free hosting for strangers, and they can overwrite what is there.',
    fix: 'Let a service hand out presigned URLs, and close the bucket to everybody else.',
    silentWhen: ['The access of the connection is not stated.', 'The connection states another authorisation (that does not excuse a bucket that is public for writing).', 'The authorisation is not stated, but the bucket is private, or takes presigned URLs or IAM only.', 'The client is trusted.'],
    sources: ['AWS, uploading objects with presigned URLs.', 'AWS, blocking public access to S3.'],
    question: 'Who may write to this bucket, and what do they have to show?',
  },
  examples: {
    bad: 'client web\nblob-storage files { accessControl: public-read-write }\nweb -> files { access: write }',
    good: 'client web\nblob-storage files { accessControl: presigned-url }\nweb -> files { access: write, authorization: presigned-url }',
  },
  check(bucket, { graph }) {
    const { id, name, properties } = bucket;
    if (properties.accessControl === 'public-read-write') {
      return fail('public', { data: { name }, witness: [id], evidence: [{ record: id, property: 'accessControl', value: properties.accessControl }] });
    }
    const doubtful = unauthorised(graph, bucket);
    const writing = doubtful.filter((edge) => writes(edge) === true);
    const denied = writing.filter(({ connection }) => connection.properties.authorization === 'none');
    const worst = denied.find(isStranger) ?? denied[0] ?? writing[0];
    if (worst) {
      const message = isStranger(worst) ? 'anyone' : 'undeclared';
      return fail(denied.length > 0 ? message : 'open', {
        data: { name, client: worst.from.name },
        related: writing.map(({ from }) => ({ id: from.id, role: 'uploader' })),
        witness: [worst.from.id, worst.id, id],
        evidence: denied.map((edge) => ({ record: edge.id, property: 'authorization', value: 'none' })),
      });
    }
    const [open] = doubtful;
    return open ? notStated(open.id, 'access') : pass;
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const bucket = diagram.components.get(primary);
    if (!bucket) return [];
    const { accessControl } = bucket.properties;
    const isOpen = accessControl === undefined || accessControl === 'public-read-write';
    const signed = unauthorised(graph, bucket).filter((edge) => writes(edge) === true);
    return [
      fix('Require presigned URLs', 'auto', (now) => {
        const guarded = signed.reduce((next, { id }) => set(next, id, { authorization: 'presigned-url' }), now);
        return isOpen ? set(guarded, primary, { accessControl: 'presigned-url' }) : guarded;
      }),
    ];
  },
});

/** Requests of strangers that may write, and for which neither connection nor bucket states an authorisation. */
function unauthorised(graph: Graph, bucket: Component): readonly Edge[] {
  const isClosed = closed.has(bucket.properties.accessControl ?? '');
  return requestsTo(graph, bucket).filter((edge) => {
    const { authorization } = edge.connection.properties;
    return isUntrusted(edge.from) && writes(edge) !== false && (authorization === 'none' || (authorization === undefined && !isClosed));
  });
}

/** Known to stand outside the trust boundary. */
const isStranger = ({ from }: Edge): boolean => from.kind !== 'client' || from.properties.trusted === false;
