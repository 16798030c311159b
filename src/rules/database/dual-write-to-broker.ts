import type { Component } from '#diagram/diagram.ts';
import type { Truth } from '#base/truth.ts';
import { isRequest, writes } from '#graph/access.ts';
import { isLossTolerant, sharesEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { isBroker, isCompute } from '#graph/roles.ts';
import { addConnection, fix, removeConnection, setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { endOf } from './database-terms.ts';

/** One change is written to a database and announced to a broker, and nothing makes the two one. */
export const dualWriteToBroker = connectionRule({
  id: 'database/dual-write-to-broker',
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    apart: { text: '{name} writes {database} and publishes to {broker} separately: a crash in between loses or invents the event. No outbox is declared.' },
    perhaps: { severity: 'suggestion', text: '{name} writes {database} and publishes to {broker}: what if it crashes in between?' },
  },
  docs: {
    what: 'A component changes a database and publishes what it changed, in two steps.',
    why: 'No transaction spans the two. After a crash in between, either the event never comes, or it tells of something that never happened.',
    fix: 'Store the event in an outbox together with the change, or publish the changes of the database itself.',
    silentWhen: [
      'An outbox or a two-phase commit is declared.',
      'The changes of the database reach the broker by change data capture.',
      'Losing such a message is acceptable.',
      'The message is about other data than every write.',
      'It carries commands that do not claim that the write has happened: its label starts with "cmd:".',
      'The whole step comes from a broker and is repeated after a crash without harm.',
    ],
    sources: ['microservices.io, transactional outbox.'],
    question: 'It crashes after the write and before the publish: who tells the others?',
  },
  examples: {
    bad: 'entity order {}\nservice shop\ncore-database db\nstream events\nshop -> db { access: write, dataFlows: [order] }\nshop -> events { dataFlows: [order] }',
    good: 'entity order {}\nservice shop\ncore-database db\nstream events\nshop -> db { access: write, dataFlows: [order] }\ndb -> events { dataFlows: [order] }',
  },
  check({ id }, { graph }) {
    const publish = graph.edge(id);
    if (!publish || publish.interaction !== 'publish' || !isCompute(publish.from) || !isBroker(publish.to)) return undefined;
    if (isExcused(graph, publish)) return pass;
    const doubles = doubleWrites(graph, publish);
    const worst = doubles.find(({ shares }) => shares) ?? doubles[0];
    if (!worst) return pass;
    return fail(worst.shares ? 'apart' : 'perhaps', {
      data: { name: publish.from.name, database: worst.database.name, broker: publish.to.name },
      related: [{ id: publish.from.id, role: 'writer' }, ...doubles.flatMap(({ write, database }) => [{ id: write.id, role: 'write' }, { id: database.id, role: 'database' }])],
      witness: [worst.database.id, worst.write.id, publish.from.id, id, publish.to.id],
    });
  },
  fixes: ({ primary, related }, { graph, diagram }): readonly Fix[] => {
    const publish = graph.edge(primary);
    const database = diagram.components.get(related.find(({ role }) => role === 'database')?.id ?? '');
    if (!publish || !database) return [];
    const { dataFlows } = publish.connection.properties;
    return [
      fix(`Publish the changes of ${database.name} instead`, 'suggest', (now, freshId) =>
        addConnection(removeConnection(now, primary), freshId(), database.id, publish.to.id, 'change-data-capture', dataFlows ? { dataFlows } : {}),
      ),
      setFix('Send it through an outbox', 'suggest', primary, { outbox: true }),
    ];
  },
});

interface DoubleWrite {
  readonly write: Edge;
  readonly database: Component;
  readonly shares: Truth;
}

/** Database writes of the publisher that may be what it publishes, and whose changes reach the broker in no other way. Those that surely are come first. */
function doubleWrites(graph: Graph, publish: Edge): readonly DoubleWrite[] {
  const found = graph.out(publish.from.id).flatMap((write) => {
    const database = isRequest(write) && writes(write) === true ? endOf(graph, write) : undefined;
    const shares = sharesEntities(write, publish);
    if (database?.kind !== 'core-database' || shares === false || isCaptured(graph, database, publish)) return [];
    return [{ write, database, shares }];
  });
  return found.toSorted((a, b) => Number(b.shares === true) - Number(a.shares === true));
}

/** Whether the changes of a database reach the broker by themselves, past the publisher. */
function isCaptured(graph: Graph, { id }: Component, { from, to }: Edge): boolean {
  const starts = graph.out(id).filter((edge) => edge.interaction === 'change-data-capture' && edge.to.id !== from.id);
  return starts.length > 0 && reachable(graph, starts.map((edge) => edge.to.id), (edge) => edge.to.id !== from.id && edge.to.id !== id).has(to.id);
}

function isExcused(graph: Graph, publish: Edge): boolean {
  const { from, connection } = publish;
  const { consistencyPattern } = from.properties;
  if (connection.properties.outbox === true || consistencyPattern === 'outbox' || consistencyPattern === 'two-phase-commit') return true;
  return isLossTolerant(graph, publish) === true || connection.label.trim().toLowerCase().startsWith('cmd:') || isRepeatedAsAWhole(graph, from);
}

/** Whether what feeds the component comes again after a crash, and doing it twice does no harm. */
const isRepeatedAsAWhole = (graph: Graph, { id, properties: { idempotent, ackMode } }: Component): boolean =>
  ackMode !== 'before-processing' && graph.into(id).some(({ interaction, connection }) => interaction === 'consume' && (idempotent === true || connection.properties.idempotent === true));
