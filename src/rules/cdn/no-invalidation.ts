import { isStated } from '#catalog/key-properties.ts';
import { entitiesOf } from '#graph/entities.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { isInvalidated, servingEdges } from './cdn-terms.ts';

const shortSeconds = 60;

/** Content changes, and the copies at the edges do not. */
export const noInvalidation = componentRule({
  id: 'cdn/no-invalidation',
  kinds: ['cdn'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    none: { text: 'A changed {entity} does not reach users of {name}: old copies neither expire nor are purged.' },
    open: { severity: 'suggestion', text: 'How does a changed {entity} reach users of {name}?' },
  },
  docs: {
    what: 'A CDN keeps content that changes, and nothing says how its copies are renewed.',
    why: 'The copies at the edges outlive the change, and users see the old version for a long time.',
    fix: 'Give each version of a file its own URL. For API answers, set an expiry and purge on change.',
    silentWhen: ['Nothing that passes is known to change.', 'An expiry is stated.', 'The CDN respects Cache-Control: the origin sets the lifetime.', 'Somebody invalidates the CDN.'],
    sources: ['AWS, CloudFront invalidation and versioned names.'],
    question: 'How does a change get past the copies at the edges?',
  },
  examples: {
    bad: 'entity page "Page" { mutability: mutable }\nclient web\ncdn edge { invalidation: [none] }\nservice api\nweb -> edge { access: read, dataFlows: [page] }\nedge -> api',
    good: 'entity page "Page" { mutability: mutable }\nclient web\ncdn edge { invalidation: [versioned-urls] }\nservice api\nweb -> edge { access: read, dataFlows: [page] }\nedge -> api',
  },
  check(cdn, { graph }) {
    const { id, name, properties } = cdn;
    const { ttlSeconds, invalidation, respectsCacheControl } = properties;
    const changing = servingEdges(graph, cdn).flatMap((edge) => entitiesOf(graph, edge).flatMap((entity) => (entity.mutability === 'mutable' ? [{ edge, entity }] : [])));
    const [first] = changing;
    if (!first) return undefined;
    if (ttlSeconds !== undefined || respectsCacheControl === true || isInvalidated(graph, cdn)) return pass;
    if (invalidation?.some((way) => way !== 'none')) return pass;
    const { edge, entity } = first;
    return fail(isStated(invalidation) ? 'none' : 'open', {
      data: { name, entity: entity.name },
      related: [{ id: edge.id, role: 'changing content' }],
      witness: [edge.from.id, edge.id, edge.to.id],
      evidence: isStated(invalidation) ? [{ record: id, property: 'invalidation', value: invalidation }] : [],
    });
  },
  fixes: ({ primary, related }, { diagram, graph }): readonly Fix[] => {
    const change = related.flatMap(({ id }) => graph.edge(id)?.connection.properties.changeIntervalSeconds ?? [])[0];
    const files = setFix('Give each version its own URL', 'suggest', primary, { invalidation: ['versioned-urls'] });
    const answers = setFix('Expire soon, and purge on change', 'suggest', primary, { ttlSeconds: change ?? shortSeconds, invalidation: ['ttl', 'purge'] });
    return diagram.components.get(primary)?.properties.contentTypes?.includes('api-responses') ? [answers, files] : [files, answers];
  },
});
