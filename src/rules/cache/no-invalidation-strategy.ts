import { every3, not3, some3, type Truth } from '#base/truth.ts';
import { isStated } from '#catalog/key-properties.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import { flowsOf } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isBroker, isCompute, isStore } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { cachedEntities, invalidatesNothing, isOwnData, mutableEntities } from './cache-terms.ts';

/** Outdated entries stay in a cache for ever. */
export const noInvalidationStrategy = componentRule({
  id: 'cache/no-invalidation-strategy',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    never: { text: 'Nothing removes outdated entries of {entities} from {name}.' },
    open: { severity: 'suggestion', text: 'How do outdated entries of {entities} leave {name}?' },
  },
  docs: {
    what: 'A cache holds data that changes, and entries neither expire nor are removed when it does.',
    why: 'Readers get the old value, and nothing bounds for how long.',
    fix: 'Delete the entry on each write, or on an event, and let it expire as a safety net.',
    silentWhen: [
      'Nothing that is known to change is cached.',
      'An event or an invalidation reaches the cache.',
      'The content is short-lived anyway.',
      'The cache is the source of truth.',
      'It holds data of its own, not copies.',
      'Whoever writes the store writes through or behind the cache as well.',
    ],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'How long may readers see the old value?',
  },
  examples: {
    bad: 'entity price "Prices" { mutability: mutable }\nservice api\ndistributed-cache cache { invalidationStrategy: [none] }\ncore-database db\napi -> cache { interaction: request, access: read, dataFlows: [price] }\napi -> db { access: read-write, dataFlows: [price] }',
    good: 'entity price "Prices" { mutability: mutable }\nservice api\ndistributed-cache cache { invalidationStrategy: [ttl], ttlSeconds: 300 }\ncore-database db\napi -> cache { interaction: request, access: read, dataFlows: [price] }\napi -> db { access: read-write, dataFlows: [price] }',
  },
  check(component, { graph }) {
    const changing = mutableEntities(graph, component);
    if (changing.length === 0) return undefined;
    const { ttlSeconds, invalidationStrategy, ephemeralData, isSourceOfTruth } = component.properties;
    const isOpen = !isStated(invalidationStrategy);
    if (ttlSeconds !== undefined || !(isOpen || invalidatesNothing(component))) return pass;
    if (ephemeralData === true || isSourceOfTruth === true || isOwnData(component)) return pass;
    if (hearsOfChanges(graph, component) || isWrittenAlong(graph, component)) return pass;
    return fail(isOpen ? 'open' : 'never', {
      data: { name: component.name, entities: listed(changing.map(({ name }) => name)) },
      witness: [component.id],
      evidence: isOpen ? [] : [{ record: component.id, property: 'invalidationStrategy', value: invalidationStrategy }],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Expire after five minutes and delete on write', 'suggest', primary, { ttlSeconds: 300, invalidationStrategy: ['ttl', 'delete-on-write'] })],
});

/** Whether an invalidation or a feed comes in; an arrow from a broker is one of the two. */
const hearsOfChanges = (graph: Graph, { id }: Component): boolean =>
  graph.into(id).some(({ interaction, from }) => interaction === 'invalidate' || interaction === 'consume' || (interaction === undefined && isBroker(from)));

/** Whether every write of cached data to a store is made to the cache as well, by the same component. */
function isWrittenAlong(graph: Graph, cache: Component): boolean {
  const { writeStrategy } = cache.properties;
  if (writeStrategy !== 'write-back' && writeStrategy !== 'write-through') return false;
  const cached = new Set(cachedEntities(graph, cache).map(({ id }) => id));
  const writers = [...graph.diagram.components.values()].filter(isCompute);
  return every3(writers.map(({ id }) => some3([not3(writesToStore(graph, id, cache.id, cached)), writesTo(graph, id, cache.id)]))) === true;
}

const writesToStore = (graph: Graph, from: Id, cache: Id, cached: ReadonlySet<Id>): Truth =>
  some3(graph.out(from).filter((edge) => leadsToStore(graph, edge, cache)).map((edge) => every3([writes(edge), carriesSome(edge, cached)])));

const writesTo = (graph: Graph, from: Id, to: Id): Truth => some3(graph.out(from).filter((edge) => edge.to.id === to && isRequest(edge)).map(writes));

function leadsToStore(graph: Graph, edge: Edge, cache: Id): boolean {
  if (!isRequest(edge)) return false;
  return waysFrom(graph, edge).some(({ edges }) => {
    const target = (edges.at(-1) ?? edge).to;
    return isStore(target) && target.id !== cache;
  });
}

function carriesSome(edge: Edge, entities: ReadonlySet<Id>): Truth {
  const flows = flowsOf(edge);
  return flows.length === 0 ? undefined : flows.some((id) => entities.has(id));
}
