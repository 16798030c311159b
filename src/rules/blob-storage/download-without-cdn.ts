import type { Component } from '#diagram/diagram.ts';
import { isRequest, reads } from '#graph/access.ts';
import { entitiesOf, flowsOf } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isInternalClient } from '#graph/roles.ts';
import { rateOf } from '#estimate/flow.ts';
import { putCdnBefore } from '../cdn/cdn-terms.ts';
import { fix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass, type Verdict } from '../rule.ts';
import { isSensitive } from '../sensitive.ts';
import { transferPaths, witnessOf } from './transfer-path.ts';

const largeBytes = 2 ** 20;
const readOnce = /backup|export|archive|\bonce\b/i;
const guardedBy: ReadonlySet<string> = new Set(['presigned-url', 'token', 'api-key', 'mtls', 'iam']);

/** Users download from a bucket without a CDN near them. */
export const downloadWithoutCdn = componentRule({
  id: 'blob-storage/download-without-cdn',
  kinds: ['blob-storage'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    far: { text: '{name} serves clients without a CDN in front.' },
    open: { severity: 'suggestion', text: 'Who reads {name} from where, and how often? A CDN in front may pay.' },
  },
  docs: {
    what: 'Clients read objects from a bucket, directly or through services, and no CDN fetches from it.',
    why: 'The bucket lives in one region and your users do not. Every download pays the distance and the egress.',
    fix: 'Put a CDN in front, with the bucket as its origin.',
    silentWhen: ['Users are in one region and read seldom.', 'Objects are read once: backups, exports, archives.', 'The clients are internal.'],
    sources: ['AWS, CloudFront with S3 origins.'],
    question: 'Where are the readers, and how often do they come?',
  },
  options: { minRps: { default: 100, help: 'Requests per second from which a CDN pays.' } },
  examples: {
    bad: 'client web { audience: global }\nblob-storage photos\nweb -> photos { access: read }',
    good: 'client web { audience: global }\ncdn edge\nblob-storage photos\nweb -> edge { access: read }\nedge -> photos',
  },
  check(component, { graph, option }): Verdict<'far' | 'open'> {
    if (graph.into(component.id).some(({ interaction, from }) => interaction === 'origin-fetch' && from.kind === 'cdn')) return pass;
    const verdicts = graph.into(component.id).filter((edge) => isRequest(edge) && reads(edge) === true).flatMap((edge) => judge(graph, component, edge, option('minRps')));
    const weight = (verdict: Verdict<'far' | 'open'>): number => (verdict?.verdict === 'fail' ? (verdict.message === 'far' ? 3 : 2) : verdict?.verdict === 'not-stated' ? 1 : 0);
    return verdicts.toSorted((a, b) => weight(b) - weight(a))[0];
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const direct = graph.into(primary).filter((edge) => edge.from.kind === 'client' && isRequest(edge) && reads(edge) === true);
    return direct.length > 0 ? [fix('Put a CDN in front', 'suggest', (diagram, freshId) => putCdnBefore(diagram, freshId, primary, direct))] : [];
  },
});

function judge(graph: Graph, bucket: Component, edge: Edge, minRps: number): Verdict<'far' | 'open'>[] {
  if (isReadOnce(graph, edge)) return [pass];
  const isPrivate = (first: Edge): boolean => isPrivateRead(graph, first, edge, minRps);
  if (edge.from.kind === 'client') return [judgeDirect(graph, bucket, edge, minRps, isPrivate(edge))];
  if ((edge.connection.properties.responseBytes ?? 0) < largeBytes) return [];
  const isSmall = ({ connection }: Edge): boolean => (connection.properties.responseBytes ?? largeBytes) < largeBytes;
  return transferPaths(graph, edge, (step) => reads(step) === true && !isSmall(step)).map((path) => {
    const isNear = path[0].from.properties.audience === 'single-region' && (rateOf(graph, edge) ?? minRps) < minRps;
    if (isNear) return pass;
    return fail(isPrivate(path[0]) ? 'open' : 'far', { data: { name: bucket.name }, related: [{ id: path[0].from.id, role: 'reader' }], witness: witnessOf(path) });
  });
}

function judgeDirect(graph: Graph, bucket: Component, edge: Edge, minRps: number, isPrivate: boolean): Verdict<'far' | 'open'> {
  const { audience } = edge.from.properties;
  if (isInternalClient(edge.from)) return undefined;
  const [rate, bytes] = [rateOf(graph, edge), edge.connection.properties.responseBytes];
  const little = rate !== undefined && rate < minRps;
  const small = bytes !== undefined && bytes < largeBytes;
  if (audience === 'single-region' && little) return pass;
  const details = { data: { name: bucket.name }, related: [{ id: edge.from.id, role: 'reader' }], witness: [edge.from.id, edge.id, bucket.id] };
  if (little && small) return fail('open', details);
  const isFar = audience === 'global' || (rate !== undefined && !little) || (bytes !== undefined && !small);
  if (isFar) return fail(isPrivate ? 'open' : 'far', details);
  if (audience === undefined && rate === undefined && bytes === undefined) return fail('open', details);
  return notStated(edge.id, 'peakRps', 'responseBytes');
}

function isReadOnce(graph: Graph, edge: Edge): boolean {
  return entitiesOf(graph, edge).some(({ name }) => readOnce.test(name)) || readOnce.test(edge.connection.properties.rationale ?? '');
}

/** Objects for one person each gain little from a shared cache. */
function isPrivateRead(graph: Graph, first: Edge, last: Edge, minRps: number): boolean {
  const isGuarded = [first, last].some(({ connection }) => guardedBy.has(connection.properties.authorization ?? ''));
  const entities = entitiesOf(graph, last);
  const areKnown = entities.length > 0 && entities.length === flowsOf(last).length;
  return isGuarded && areKnown && entities.every(isSensitive) && (rateOf(graph, last) ?? 0) < minRps;
}
