import type { Component } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { addConnection, choices, fix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { hasStoreOfItsOwn, leadsToSource } from './cache-terms.ts';

/** Writes go through a cache, and to nothing behind it. */
export const writeThroughWithoutStore = componentRule({
  id: 'cache/write-through-without-store',
  kinds: ['distributed-cache'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: { nowhere: { text: '{name} is write-through, but no store receives the writes of {writers}.' } },
  docs: {
    what: 'A cache writes through, and somebody who writes it reaches no store.',
    why: 'Writing through means that cache and store get every write. Here only the cache does.',
    fix: 'Draw the store that the writes end in.',
    silentWhen: ['No code writes the cache.', 'The cache is the source of truth: another rule speaks.'],
    sources: ['AWS, caching patterns.'],
    question: 'Where do these writes end?',
  },
  examples: {
    bad: 'service api\ndistributed-cache cache { writeStrategy: write-through }\napi -> cache { interaction: request, access: read-write }',
    good: 'service api\ndistributed-cache cache { writeStrategy: write-through }\ncore-database db\napi -> cache { interaction: request, access: read-write }\napi -> db { access: read-write }',
  },
  check(component, { graph }) {
    const { writeStrategy, isSourceOfTruth } = component.properties;
    if (writeStrategy !== 'write-through') return undefined;
    if (isSourceOfTruth === true || hasStoreOfItsOwn(graph, component)) return pass;
    const stranded = graph.into(component.id).filter((edge) => isRequest(edge) && isCompute(edge.from) && writes(edge) !== false && !writesSource(graph, edge.from, component));
    const writing = stranded.filter((edge) => writes(edge) === true);
    const [first] = writing;
    const [open] = stranded;
    if (!first) return open ? notStated(open.id, 'access') : pass;
    const writers = new Set(writing.map(({ from }) => from));
    return fail('nowhere', {
      data: { name: component.name, writers: listed([...writers].map(({ name }) => name)) },
      related: [...writers].map(({ id }) => ({ id, role: 'writer' })),
      witness: [first.from.id, first.id, component.id],
      evidence: [{ record: component.id, property: 'writeStrategy', value: writeStrategy }],
    });
  },
  fixes: ({ related }, { diagram }): readonly Fix[] =>
    choices(diagram, ['core-database', 'blob-storage']).map((store) =>
      fix(`Write to ${store.name} as well`, 'suggest', (now, freshId) => related.reduce((next, { id }) => addConnection(next, freshId(), id, store.id, 'request', { access: 'write' }), now)),
    ),
});

/** Whether a request of this writer leads to somebody who may keep the write; only a stated read cannot. */
const writesSource = (graph: Graph, writer: Component, cache: Component): boolean =>
  graph.out(writer.id).some((edge: Edge) => edge.to.id !== cache.id && writes(edge) !== false && leadsToSource(graph, edge));
