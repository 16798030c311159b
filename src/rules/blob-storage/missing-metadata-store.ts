import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isCompute } from '#graph/roles.ts';
import { choices, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { requestsTo } from './blob-storage-terms.ts';

const writers: ReadonlySet<string> = new Set(['client', 'service', 'external-system']);

/** Nobody records which objects a bucket holds. */
export const missingMetadataStore = componentRule({
  id: 'blob-storage/missing-metadata-store',
  kinds: ['blob-storage'],
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: { unrecorded: { text: 'Where are the keys, owners and states of the objects in {name} recorded?' } },
  docs: {
    what: 'Objects are written to a bucket, and no database seems to know about them.',
    why: 'A bucket can be listed, but not asked: whose file it is, and whether it is complete, has to stand elsewhere.',
    fix: 'Keep keys, owners and states in a table, and name its database as the metadata store.',
    silentWhen: ['A metadata store is named.', 'Whoever uses the bucket, or a service that they call, also writes to a database (or may).', 'Only workers, jobs, queues or streams write: archives and objects whose keys follow from their input.'],
    sources: ['Common experience with file services.'],
    question: 'Where would you look up whose object this is?',
  },
  examples: {
    bad: 'client web\nblob-storage files\nweb -> files { access: write, authorization: presigned-url }',
    good: 'service api\nblob-storage files\ncore-database db\napi -> files { access: write }\napi -> db { access: write }',
  },
  check(bucket, { graph }) {
    const uploads = requestsTo(graph, bucket).filter((edge) => writers.has(edge.from.kind) && writes(edge) !== false);
    const [first] = uploads;
    if (!first) return undefined;
    if (bucket.properties.metadataStore !== undefined || tied(graph, bucket).some(({ id }) => records(graph, id))) return pass;
    const writing = uploads.filter((edge) => writes(edge) === true);
    if (writing.length === 0) return notStated(first.id, 'access');
    return fail('unrecorded', {
      data: { name: bucket.name },
      related: writing.map(({ from }) => ({ id: from.id, role: 'writer' })),
      witness: [...writing.slice(0, 1).flatMap(({ from, id }) => [from.id, id]), bucket.id],
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] =>
    choices(diagram, ['core-database']).map(({ id, name }) => setFix(`Record them in ${name}`, 'suggest', primary, { metadataStore: id })),
});

/** Code that uses the bucket, or hears of its events. */
function tied(graph: Graph, bucket: Component): readonly Component[] {
  const brokers = graph.out(bucket.id).filter(({ interaction }) => interaction === 'publish');
  const hearing = brokers.flatMap(({ to }) => graph.out(to.id)).filter(({ interaction }) => interaction === 'consume');
  return [...requestsTo(graph, bucket).map(({ from }) => from), ...hearing.map(({ to }) => to)].filter(isCompute);
}

/** The last steps of all calls of a component, past proxies. */
const calls = (graph: Graph, id: Id): readonly Edge[] =>
  graph.out(id).filter(isRequest).flatMap((edge) => waysFrom(graph, edge).map(({ edges }) => edges.at(-1) ?? edge));

const writesDatabase = (edge: Edge): boolean => edge.to.kind === 'core-database' && writes(edge) !== false;

/** Whether a component, or a service that it calls, writes to a database or may. */
function records(graph: Graph, id: Id): boolean {
  const own = calls(graph, id);
  return own.some((call) => writesDatabase(call) || (call.to.kind === 'service' && calls(graph, call.to.id).some(writesDatabase)));
}
