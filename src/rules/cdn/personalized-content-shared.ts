import type { Component } from '#diagram/diagram.ts';
import { entitiesOf, flowsOf } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { isSensitive } from '../sensitive.ts';
import { originFetches, servingEdges } from './cdn-terms.ts';

/** A shared cache keeps answers that are meant for one user. */
export const personalizedContentShared = componentRule({
  id: 'cdn/personalized-content-shared',
  kinds: ['cdn'],
  severity: 'error',
  category: 'security',
  reach: 'neighbours',
  messages: {
    shared: { text: "{name} would serve one user's {entity} to another." },
    unset: { severity: 'warning', text: "The diagram does not say how {name} keeps one user's {entity} from another." },
    question: { severity: 'suggestion', text: "How does {name} keep one user's {entity} from another?" },
  },
  docs: {
    what: 'Answers that differ per user, or hold sensitive data, pass a CDN that may keep and share them.',
    why: 'A shared cache answers by its key. Whatever the key leaves out goes to everybody who asks for the same thing.',
    fix: 'Let personal answers bypass the cache, or cache only the parts that are the same for all.',
    silentWhen: ['The cache key contains the identity.', 'Signed URLs lead to immutable objects in blob storage.', 'The answers are declared not personalised, or not cacheable.', 'The policy is stated, and does not share.'],
    sources: ['RFC 9111, HTTP caching.', 'Cloudflare, default cache behaviour.'],
    question: 'What happens to answers that differ per user?',
  },
  examples: {
    bad: 'client web\ncdn edge { personalizedPolicy: cached-shared }\nservice api\nweb -> edge { access: read, personalized: true }\nedge -> api',
    good: 'client web\ncdn edge { personalizedPolicy: bypass }\nservice api\nweb -> edge { access: read, personalized: true }\nedge -> api',
  },
  check(cdn, { graph }) {
    const { id, name, properties } = cdn;
    const personal = personalEdges(graph, cdn);
    if (personal.length === 0) return undefined;
    if (properties.cacheKey?.includes('identity')) return pass;
    const detailsOf = (edge: Edge) => ({
      data: { name, entity: entitiesOf(graph, edge).find(isSensitive)?.name ?? entitiesOf(graph, edge)[0]?.name ?? 'answers' },
      related: personal.map((each) => ({ id: each.id, role: 'personal answers' })),
      witness: [edge.from.id, edge.id, edge.to.id],
    });
    const [first] = personal;
    if (properties.personalizedPolicy === 'cached-shared' && first) {
      return fail('shared', { ...detailsOf(first), evidence: [{ record: id, property: 'personalizedPolicy', value: 'cached-shared' }] });
    }
    if (properties.personalizedPolicy !== undefined) return pass;
    const cached = personal.filter(({ connection }) => connection.properties.cacheable === true);
    const declared = cached.find(({ connection }) => connection.properties.personalized === true);
    if (declared) return fail('unset', detailsOf(declared));
    return cached[0] ? fail('question', detailsOf(cached[0])) : notStated(id, 'personalizedPolicy');
  },
  fixes: ({ primary, related }): readonly Fix[] => [
    fix('Let personal answers bypass the cache', 'suggest', (diagram) =>
      related.reduce((next, { id }) => set(next, id, { cacheable: false }), set(diagram, primary, { personalizedPolicy: 'bypass' })),
    ),
  ],
});

/** Serving connections whose answers are for one user, those apart that only a signed link opens. */
function personalEdges(graph: Graph, cdn: Component): readonly Edge[] {
  const isSigned = cdn.properties.signedUrls === true && originFetches(graph, cdn.id).some(({ to }) => to.kind === 'blob-storage');
  const isLocked = (edge: Edge): boolean => isSigned && flowsOf(edge).length > 0 && flowsOf(edge).every((id) => graph.diagram.entities.get(id)?.mutability === 'immutable');
  return servingEdges(graph, cdn).filter((edge) => {
    const { personalized } = edge.connection.properties;
    return (personalized ?? entitiesOf(graph, edge).some(isSensitive)) && !isLocked(edge);
  });
}
