import type { Component } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isUntrusted } from '#graph/roles.ts';
import { fix, removeConnection, retarget, set, setFix } from '../fixing.ts';
import { fail, type Fix, notStated, pass, recordRule } from '../rule.ts';

const ownCheck: ReadonlySet<string> = new Set(['presigned-url', 'token', 'iam']);

/** Readers can go around the CDN, straight to its origin. */
export const originBypassed = recordRule({
  id: 'cdn/origin-bypassed',
  kinds: ['cdn'],
  severity: 'warning',
  category: 'security',
  reach: 'diagram',
  messages: {
    around: { text: '{client} can go around {cdn} to {origin}.' },
    open: { text: 'Anybody can go around {cdn}: its origin also answers others.' },
  },
  docs: {
    what: 'A client reads the origin of a CDN directly, or the origin is declared open to others than the CDN.',
    why: 'What goes around the CDN is not cached, passes no firewall there, and costs egress.',
    fix: 'Read through the CDN, and let nobody else read the origin.',
    silentWhen: ['The direct read shows a presigned URL, a token or an IAM role.', 'The direct answers are personalised, or not cacheable.', 'The client is trusted, or the access is not stated.', 'The origin is a service, and the direct answers are not declared cacheable.'],
    sources: ['AWS, restricting access to an S3 origin.'],
    question: 'Can anybody reach the origin without passing the CDN?',
  },
  examples: {
    bad: 'client web\ncdn edge\nblob-storage files\nweb -> edge { access: read }\nedge -> files\nweb -> files { access: read }',
    good: 'client web\ncdn edge { originAccessRestricted: true }\nblob-storage files\nweb -> edge { access: read }\nedge -> files',
  },
  check(subject, { graph }) {
    if ('kind' in subject) return judgeCdn(subject);
    const edge = graph.edge(subject.id);
    const cdn = edge && cdnBefore(graph, edge);
    if (!edge || !cdn || !isOpenRead(edge)) return undefined;
    const { access } = subject.properties;
    if (access === undefined) return notStated(edge.id, 'access');
    if (access !== 'read') return pass;
    return fail('around', {
      data: { client: edge.from.name, cdn: cdn.name, origin: edge.to.name },
      related: [
        { id: cdn.id, role: 'CDN' },
        { id: edge.to.id, role: 'origin' },
      ],
      witness: [edge.from.id, edge.id, edge.to.id],
    });
  },
  fixes: ({ primary, messageId, related }, { graph }): readonly Fix[] => {
    if (messageId === 'open') return [setFix('Let only the CDN read the origin', 'auto', primary, { originAccessRestricted: true })];
    const [edge, cdn] = [graph.edge(primary), related[0]?.id];
    if (!edge || cdn === undefined) return [];
    const isThere = graph.into(cdn).some((other) => other.from.id === edge.from.id && isRequest(other) && other.connection.properties.access !== 'write');
    if (isThere) return [fix('Remove the direct read', 'auto', (diagram) => removeConnection(diagram, primary))];
    return [fix('Read through the CDN', 'auto', (diagram) => set(retarget(diagram, primary, 'to', cdn), primary, { interaction: 'request' }))];
  },
});

function judgeCdn({ id, name, properties: { originAccessRestricted } }: Component) {
  if (originAccessRestricted === undefined) return notStated(id, 'originAccessRestricted');
  if (originAccessRestricted) return pass;
  return fail('open', { data: { cdn: name }, witness: [id], evidence: [{ record: id, property: 'originAccessRestricted', value: false }] });
}

/** A CDN that fetches from the target of a request. */
const cdnBefore = (graph: Graph, edge: Edge): Component | undefined =>
  isRequest(edge) ? graph.into(edge.to.id).find(({ interaction, from }) => interaction === 'origin-fetch' && from.kind === 'cdn')?.from : undefined;

/** Whether a stranger asks for what the CDN could serve as well, and shows nothing that lets in only him. */
function isOpenRead({ from, to, connection }: Edge): boolean {
  const { authorization, personalized, cacheable } = connection.properties;
  if (from.kind !== 'client' || !isUntrusted(from) || personalized === true || cacheable === false || ownCheck.has(authorization ?? '')) return false;
  return to.kind === 'blob-storage' || (to.kind === 'service' && cacheable === true);
}
