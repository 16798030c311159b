import { isAllowed } from '#catalog/interaction.ts';
import { isRequest, reads } from '#graph/access.ts';
import { entitiesOf } from '#graph/entities.ts';
import { isInScope } from '#graph/roles.ts';
import { downloadWithoutCdn } from '../blob-storage/download-without-cdn.ts';
import { isOn, optionOf } from '../configuration.ts';
import { fix } from '../fixing.ts';
import { isJoined } from '../joined.ts';
import { connectionRule, type Context, fail, type Fix, notStated, pass } from '../rule.ts';
import { unstated } from '../unstated.ts';
import { putCdnBefore } from './cdn-terms.ts';

/** Users everywhere fetch large content that is the same for all from one place. */
export const missingForGlobalStaticContent = connectionRule({
  id: 'cdn/missing-for-global-static-content',
  severity: 'suggestion',
  category: 'performance',
  reach: 'diagram',
  messages: { far: { text: '{client} fetches {entity} from one place, for users everywhere. Would a CDN bring it closer?' } },
  docs: {
    what: 'Users all over the world read large public content that does not change, and the diagram has no CDN.',
    why: 'Distance is latency, and every copy costs egress.',
    fix: 'Put a CDN in front.',
    silentWhen: ['The diagram has a CDN.', 'A bucket without a CDN is reported already.', 'The content is small, not public, or changes.', 'Users are not global, or not in browsers and apps.'],
    sources: ['AWS, what CloudFront is for.'],
    question: 'How far are the users from what they download?',
  },
  options: { minBytes: { default: 102_400, help: 'Size in bytes of an answer from which distance is felt.' } },
  examples: {
    bad: 'entity image "Image" { classification: public, mutability: immutable }\nclient web { audience: global, clientType: web }\nservice app\nweb -> app { access: read, dataFlows: [image], responseBytes: 500000 }',
    good: 'entity image "Image" { classification: public, mutability: immutable }\nclient web { audience: global, clientType: web }\ncdn edge\nservice app\nweb -> edge { access: read, dataFlows: [image], responseBytes: 500000 }\nedge -> app',
  },
  check({ id, properties: { access, responseBytes } }, context) {
    const { diagram, graph, option } = context;
    const edge = graph.edge(id);
    if (!edge || edge.from.kind !== 'client' || !isRequest(edge) || reads(edge) === false) return undefined;
    const { audience, clientType } = edge.from.properties;
    const entity = entitiesOf(graph, edge).find(({ classification, mutability }) => classification === 'public' && (mutability === 'immutable' || mutability === 'append-only'));
    if (!entity || audience !== 'global' || (clientType !== 'web' && clientType !== 'mobile')) return undefined;
    if ((responseBytes !== undefined && responseBytes < option('minBytes')) || [...diagram.components.values()].some(({ kind }) => kind === 'cdn')) return pass;
    if (bucketIsReported(context)) return pass;
    if (access === undefined || responseBytes === undefined) return notStated(id, ...unstated({ access, responseBytes }));
    return fail('far', {
      data: { client: edge.from.name, entity: entity.name },
      related: [
        { id: edge.from.id, role: 'client' },
        { id: edge.to.id, role: 'source' },
      ],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [{ record: id, property: 'responseBytes', value: responseBytes }],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge || !isAllowed('origin-fetch', 'cdn', edge.to.kind)) return [];
    return [fix('Put a CDN in front', 'suggest', (diagram, freshId) => putCdnBefore(diagram, freshId, edge.to.id, [edge]))];
  },
});

/** Whether `blob-storage/download-without-cdn` says the same of a bucket. */
function bucketIsReported(context: Context): boolean {
  const { diagram, graph } = context;
  const config = diagram.settings.lintConfig ?? {};
  if (!isOn(downloadWithoutCdn, config)) return false;
  const buckets = [...diagram.components.values()].filter((component) => component.kind === 'blob-storage' && isInScope(component) && isJoined(graph, component.id));
  return buckets.some((bucket) => downloadWithoutCdn.check(bucket, { ...context, option: (name) => optionOf(downloadWithoutCdn, config, name) })?.verdict === 'fail');
}
