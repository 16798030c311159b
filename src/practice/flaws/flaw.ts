import { sameValue } from '#base/same-value.ts';
import type { KindId } from '#catalog/kinds.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { putRecord, type Values, withProperties } from '#diagram/edits.ts';
import type { Edge, Graph } from '#graph/graph.ts';

/** A diagram from which one safeguard was taken. */
export interface Planting {
  /** The record that carried the safeguard. */
  readonly on: Id;
  readonly diagram: Diagram;
}

/** Takes one kind of safeguard from a sound diagram, once at a time. */
export interface Flaw {
  /** What is done, in a few words. */
  readonly name: string;
  /** The rules that guard what it takes: at least one of them must speak. */
  readonly guards: readonly string[];
  /** Rules that may speak beside them. */
  readonly mayRaise?: readonly string[];
  readonly plantings: (graph: Graph) => readonly Planting[];
  /** Whether its values are so far off that everybody sees them: the drills leave it out. */
  readonly isCrude?: true;
  /** Where nobody has to speak, and why that is right. A planting survives exactly where one of these holds. */
  readonly survivesWhere?: readonly Survival[];
}

/** Why nobody has to speak after a planting. */
export interface Survival {
  readonly because: string;
  /** Looks at the diagram after the planting. */
  readonly holds: (graph: Graph, on: Id) => boolean;
}

/** What is asked of each record. */
export type Of<Subject, Result> = (subject: Subject, graph: Graph) => Result;

const always = (): boolean => true;

const planting = (on: Id, diagram: Diagram): Planting => ({ on, diagram });

const changes = ({ properties }: { readonly properties: object }, values: Values): boolean => Object.entries(values).some(([name, value]) => !sameValue(properties[name as keyof object], value));

/** Each component of these kinds with other values. */
export const components =
  (kinds: KindId | readonly KindId[], values: Values | Of<Component, Values>, where: Of<Component, boolean> = always): Flaw['plantings'] =>
  (graph) =>
    [...graph.diagram.components.values()]
      .filter((component) => [kinds].flat().includes(component.kind as KindId) && where(component, graph))
      .flatMap((component) => {
        const next = typeof values === 'function' ? values(component, graph) : values;
        return changes(component, next) ? [planting(component.id, putRecord(graph.diagram, 'components', withProperties(component, next)))] : [];
      });

/** Each connection of this sort with other values. */
export const connections =
  (where: Of<Edge, boolean>, values: Values | Of<Edge, Values>): Flaw['plantings'] =>
  (graph) =>
    graph.edges
      .filter((edge) => where(edge, graph))
      .flatMap((edge) => {
        const next = typeof values === 'function' ? values(edge, graph) : values;
        return changes(edge.connection, next) ? [planting(edge.id, putRecord(graph.diagram, 'connections', withProperties(edge.connection, next)))] : [];
      });

/** The diagram without these records; connections go with their ends. */
export function without({ diagram }: Graph, ids: readonly Id[]): Diagram {
  const gone = new Set(ids);
  return {
    ...diagram,
    components: new Map([...diagram.components].filter(([id]) => !gone.has(id))),
    connections: new Map([...diagram.connections].filter(([id, { from, to }]) => ![id, from, to].some((each) => gone.has(each)))),
  };
}

/** Each connection of this sort taken away. */
export const withoutConnection =
  (where: Of<Edge, boolean>): Flaw['plantings'] =>
  (graph) =>
    graph.edges.filter((edge) => where(edge, graph)).map(({ id }) => planting(id, without(graph, [id])));

/** Each component of these kinds taken away, with its connections. */
export const withoutComponent =
  (kinds: KindId | readonly KindId[], where: Of<Component, boolean> = always): Flaw['plantings'] =>
  (graph) =>
    [...graph.diagram.components.values()].filter((component) => [kinds].flat().includes(component.kind as KindId) && where(component, graph)).map(({ id }) => planting(id, without(graph, [id])));

/** One planting for each record of this sort, changed at will. */
export const each =
  <Subject extends { readonly id: Id }>(subjects: (graph: Graph) => readonly Subject[], change: Of<Subject, Diagram>): Flaw['plantings'] =>
  (graph) =>
    subjects(graph).map((subject) => planting(subject.id, change(subject, graph)));

/** The components of these kinds, for `each`. */
export const componentsOf = (...kinds: readonly KindId[]) => (graph: Graph): readonly Component[] => [...graph.diagram.components.values()].filter(({ kind }) => kinds.includes(kind as KindId));

/** The connections of this sort, for `each`. */
export const edgesWhere = (where: Of<Edge, boolean>) => (graph: Graph): readonly Edge[] => graph.edges.filter((edge) => where(edge, graph));

/** The diagram with these values on one record. */
export const set = (diagram: Diagram, id: Id, values: Values): Diagram => {
  const component = diagram.components.get(id);
  const connection = diagram.connections.get(id);
  const boundary = diagram.boundaries.get(id);
  if (component) return putRecord(diagram, 'components', withProperties(component, values));
  if (connection) return putRecord(diagram, 'connections', withProperties(connection, values));
  return boundary ? putRecord(diagram, 'boundaries', { ...boundary, properties: { ...boundary.properties, ...values } }) : diagram;
};

/** The diagram with one more arrow, called "added" unless said otherwise. */
export const arrow = (diagram: Diagram, from: Id, to: Id, properties: Values, { id = 'added', label = '' } = {}): Diagram => putRecord(diagram, 'connections', { id, from, to, label, properties });

/** The diagram with one more component. */
export const box = (diagram: Diagram, id: Id, kind: KindId, properties: Values = {}): Diagram => putRecord(diagram, 'components', { id, kind, name: `The ${id}`, properties });

/** The diagram with a frame around these components. */
export const frame = (diagram: Diagram, id: Id, properties: Values, members: readonly Id[]): Diagram =>
  members.reduce((next, member) => {
    const component = next.components.get(member);
    return component ? putRecord(next, 'components', { ...component, boundary: id }) : next;
  }, putRecord(diagram, 'boundaries', { id, name: id, properties }));

/** Arrows by what they mean, and between which kinds. */
export const arrows =
  ({ interaction, from, to, access }: { readonly interaction?: string; readonly from?: KindId | readonly KindId[]; readonly to?: KindId | readonly KindId[]; readonly access?: 'read' | 'write' }, also: Of<Edge, boolean> = always) =>
  (edge: Edge, graph: Graph): boolean =>
    (interaction === undefined || edge.interaction === interaction) &&
    (from === undefined || [from].flat().includes(edge.from.kind as KindId)) &&
    (to === undefined || [to].flat().includes(edge.to.kind as KindId)) &&
    (access === undefined || (edge.connection.properties.access ?? '').includes(access)) &&
    also(edge, graph);

/** What the diagram says of the record. */
export const propertiesOf = ({ diagram }: Graph, id: Id): Component['properties'] => diagram.components.get(id)?.properties ?? {};
