import type { Component } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import type { Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, type NotStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';

/** Callers may open more connections than the server accepts. */
export const connectionExhaustion = componentRule({
  id: 'database/connection-exhaustion',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'availability',
  reach: 'neighbours',
  messages: { many: { text: 'Up to {count} connections against a limit of {limit} on {name}, and no pooling is declared.' } },
  docs: {
    what: 'All copies of all callers together need more connections than the database accepts.',
    why: 'When the service scales out, the new copies cannot connect, and the database goes down with them.',
    fix: 'Put a connection pooler or proxy in between, or make the pools smaller.',
    silentWhen: ['Pooling is declared.', 'The limit, the size of a pool or the number of copies of a caller is not stated.'],
    sources: ['PostgreSQL documentation, connections and authentication.'],
    question: 'How many connections are open when every caller has scaled out?',
  },
  examples: {
    bad: 'service api { instances: 50 }\ncore-database db { maxConnections: 100, connectionsPerClientInstance: 20 }\napi -> db { access: read-write }',
    good: 'service api { instances: 20 }\ncore-database db { maxConnections: 500, connectionsPerClientInstance: 10 }\napi -> db { access: read-write }',
  },
  check(component, { graph }) {
    const { maxConnections, connectionsPerClientInstance, connectionPooling } = component.properties;
    const callers = callersOf(graph, component);
    if (callers.length === 0 || connectionPooling === true || (maxConnections === undefined && connectionsPerClientInstance === undefined)) return undefined;
    const copies = callers.map(mostCopies);
    if (maxConnections === undefined || connectionsPerClientInstance === undefined || copies.includes(undefined)) return openTerms(component, callers);
    const count = connectionsPerClientInstance * copies.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    if (count <= maxConnections) return pass;
    return fail('many', {
      data: { name: component.name, count, limit: maxConnections },
      related: callers.map(({ id }) => ({ id, role: 'caller' })),
      witness: [...callers.map(({ id }) => id), component.id],
      evidence: [
        ...statedEvidence(component.id, { maxConnections, connectionsPerClientInstance }),
        ...callers.map((caller) => ({ record: caller.id, property: isCeiling(caller) ? 'maxInstances' : 'instances', value: mostCopies(caller) })),
      ],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Pool the connections', 'suggest', primary, { connectionPooling: true })],
});

const callersOf = (graph: Graph, { id }: Component): readonly Component[] => [...new Set(graph.into(id).filter((edge) => isRequest(edge) && isCompute(edge.from)).map(({ from }) => from))];

const isCeiling = ({ properties: { instances, maxInstances } }: Component): boolean => maxInstances !== undefined && maxInstances > (instances ?? -1);

/** How many copies of a caller may run; undefined while nothing says so. */
const mostCopies = (caller: Component): number | undefined => (isCeiling(caller) ? caller.properties.maxInstances : caller.properties.instances);

function openTerms({ id, properties: { maxConnections, connectionsPerClientInstance } }: Component, callers: readonly Component[]): NotStated {
  const own = unstated({ maxConnections, connectionsPerClientInstance }).map((property) => ({ record: id, property }));
  const theirs = callers.filter((caller) => mostCopies(caller) === undefined).map((caller) => ({ record: caller.id, property: 'instances' }));
  return { verdict: 'not-stated', fields: [...own, ...theirs] };
}
