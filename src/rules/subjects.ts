import { memoByIdentity } from '#base/memo.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isInScope } from '#graph/roles.ts';
import { isJoined } from './joined.ts';
import type { Rule } from './rule.ts';

type Subject = Component | Connection | Diagram;

/** The id that findings about the whole diagram name. */
export const wholeDiagram: Id = 'diagram';

const aboutAnyComponent: ReadonlySet<string> = new Set(['model/orphan-component', 'model/duplicate-name']);
const aboutAnyConnection: ReadonlySet<string> = new Set(['model/dangling-connection', 'model/invalid-connection']);

/** All that a rule may name, by id. Rules about suppressions find theirs themselves. */
export function* subjectsOf(rule: Rule, graph: Graph): Iterable<readonly [Id, Subject]> {
  if (rule.about === 'diagram') yield [wholeDiagram, graph.diagram];
  if (rule.about === 'component' || rule.about === 'record') {
    for (const component of candidates(rule, graph)) if (mayNameComponent(rule, component, graph)) yield [component.id, component];
  }
  if (rule.about === 'connection' || rule.about === 'record') {
    for (const connection of graph.diagram.connections.values()) if (mayNameConnection(rule, connection, graph)) yield [connection.id, connection];
  }
}

/** The record with this id, where the rule may name it. */
export function subjectOf(rule: Rule, graph: Graph, id: Id): Subject | undefined {
  if (rule.about === 'diagram') return id === wholeDiagram ? graph.diagram : undefined;
  const component = rule.about === 'component' || rule.about === 'record' ? graph.diagram.components.get(id) : undefined;
  if (component) return kindsOf(rule)?.includes(component.kind) !== false && mayNameComponent(rule, component, graph) ? component : undefined;
  const connection = rule.about === 'connection' || rule.about === 'record' ? graph.diagram.connections.get(id) : undefined;
  return connection && mayNameConnection(rule, connection, graph) ? connection : undefined;
}

const kindsOf = (rule: Rule): readonly string[] | undefined => (rule.about === 'component' || rule.about === 'record' ? rule.kinds : undefined);

const candidates = (rule: Rule, graph: Graph): readonly Component[] => kindsOf(rule)?.flatMap((kind) => byKind(graph.diagram).get(kind) ?? []) ?? [...graph.diagram.components.values()];

const byKind = memoByIdentity(({ components }: Diagram): ReadonlyMap<string, readonly Component[]> => {
  const kinds = new Map<string, Component[]>();
  for (const component of components.values()) {
    const others = kinds.get(component.kind);
    if (others) others.push(component);
    else kinds.set(component.kind, [component]);
  }
  return kinds;
});

/** The components that a rule may name: in scope, and joined with another one. A system of others only where the rule is about such. */
function mayNameComponent(rule: Rule, component: Component, graph: Graph): boolean {
  const { joined, ours } = standing(graph);
  if (rule.id !== 'model/orphan-component' && !joined.has(component.id)) return false;
  return ours.has(component.id) || aboutAnyComponent.has(rule.id) || rule.id.startsWith('external/') || (component.kind === 'external-system' && kindsOf(rule)?.includes('external-system') === true);
}

/** Dangling connections take part in no rule but their own; between systems of others only the model counts. */
function mayNameConnection(rule: Rule, { id }: Connection, graph: Graph): boolean {
  if (aboutAnyConnection.has(rule.id)) return true;
  const edge = graph.edge(id);
  if (!edge) return false;
  const { ours } = standing(graph);
  return ours.has(edge.from.id) || ours.has(edge.to.id) || rule.id.startsWith('model/');
}

/** Which components are joined with another one, and which are in scope. Computed once for each graph. */
const standing = memoByIdentity((graph: Graph) => {
  const components = [...graph.diagram.components.values()];
  return {
    joined: new Set(components.filter(({ id }) => isJoined(graph, id)).map(({ id }) => id)),
    ours: new Set(components.filter(isInScope).map(({ id }) => id)),
  };
});
