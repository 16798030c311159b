import { memoByIdentity } from '#base/memo.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isInScope } from '#graph/roles.ts';
import { isJoined } from './joined.ts';
import type { Rule } from './rule.ts';

/** The id that findings about the whole diagram name. */
export const wholeDiagram: Id = 'diagram';

const aboutAnyComponent: ReadonlySet<string> = new Set(['model/orphan-component', 'model/duplicate-name']);
const aboutAnyConnection: ReadonlySet<string> = new Set(['model/dangling-connection', 'model/invalid-connection']);

/** The ids of all that a rule may name. Rules about suppressions find theirs themselves. */
export function* subjectsOf(rule: Rule, graph: Graph): Iterable<Id> {
  if (rule.about === 'diagram') yield wholeDiagram;
  if (rule.about === 'component' || rule.about === 'record') {
    for (const component of candidates(rule, graph)) if (mayNameComponent(rule, component, graph)) yield component.id;
  }
  if (rule.about === 'connection' || rule.about === 'record') {
    for (const { id } of aboutAnyConnection.has(rule.id) ? graph.diagram.connections.values() : isAboutModel(rule) ? graph.edges : standing(graph).ourEdges) yield id;
  }
}

/** Whether a rule may name this record. */
export function mayName(rule: Rule, graph: Graph, id: Id): boolean {
  if (rule.about === 'diagram') return id === wholeDiagram;
  const component = rule.about === 'component' || rule.about === 'record' ? graph.diagram.components.get(id) : undefined;
  if (component) return kindsOf(rule)?.includes(component.kind) !== false && mayNameComponent(rule, component, graph);
  const connection = rule.about === 'connection' || rule.about === 'record' ? graph.diagram.connections.get(id) : undefined;
  return connection !== undefined && mayNameConnection(rule, connection, graph);
}

const isAboutModel = ({ id }: Rule): boolean => id.startsWith('model/');

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
  return ours.has(edge.from.id) || ours.has(edge.to.id) || isAboutModel(rule);
}

/** Which components are joined with another one, which are in scope, and which connections touch one that is. Computed once for each graph. */
const standing = memoByIdentity((graph: Graph) => {
  const components = [...graph.diagram.components.values()];
  const ours = new Set(components.filter(isInScope).map(({ id }) => id));
  return {
    joined: new Set(components.filter(({ id }) => isJoined(graph, id)).map(({ id }) => id)),
    ours,
    ourEdges: graph.edges.filter(({ from, to }) => ours.has(from.id) || ours.has(to.id)),
  };
});
