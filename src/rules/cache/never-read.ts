import { isRequest, reads } from '#graph/access.ts';
import type { Edge } from '#graph/graph.ts';
import { componentRule, fail, notStated, pass } from '../rule.ts';
import { readingEdges, writingEdges } from './cache-terms.ts';

/** A cache is filled, and nobody asks it. */
export const neverRead = componentRule({
  id: 'cache/never-read',
  kinds: ['distributed-cache'],
  severity: 'suggestion',
  category: 'completeness',
  reach: 'neighbours',
  messages: { unread: { text: 'Who reads {name}?' } },
  docs: {
    what: 'Something writes or feeds the cache, and no request reads it.',
    why: 'As drawn it costs memory and gives nothing.',
    fix: 'Draw who reads it, or leave it out.',
    silentWhen: ['A request to it does not say whether it reads.', 'The cache passes its writes on to a store.'],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'Who reads this cache?',
  },
  examples: {
    bad: 'service api\ndistributed-cache cache\napi -> cache { interaction: request, access: write }',
    good: 'service api\ndistributed-cache cache\napi -> cache { interaction: request, access: read-write }',
  },
  check(component, { graph }) {
    const feeding = [...writingEdges(graph, component), ...graph.into(component.id).filter(({ interaction }) => interaction === 'consume')];
    const [first] = feeding;
    if (!first) return undefined;
    const open = graph.into(component.id).find(mayRead);
    if (readingEdges(graph, component).length > 0 || graph.out(component.id).some(({ interaction }) => interaction === 'cache-flush')) return pass;
    if (open) return notStated(open.id, open.interaction === undefined ? 'interaction' : 'access');
    return fail('unread', {
      data: { name: component.name },
      related: feeding.map(({ from }) => ({ id: from.id, role: 'writer' })),
      witness: [first.from.id, first.id, component.id],
    });
  },
});

/** Whether an arrow leaves open that it reads: by its access, or because it may be a request. */
const mayRead = (edge: Edge): boolean => (isRequest(edge) ? reads(edge) === undefined : edge.interaction === undefined && reads(edge) !== false);
