import { byId } from '#base/order.ts';
import type { Truth } from '#base/truth.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { flowsOf } from '#graph/entities.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import { liveComponents } from '#graph/paths.ts';
import { displayName } from '#rules/display-name.ts';
import type { Report } from '#rules/finding.ts';
import { listed as listedNames } from '#rules/message.ts';
import { validate } from '#rules/validate.ts';
import type { DecidingField } from '../judgement.ts';

/** A scenario's kind of data, as far as the judge must recognise it. */
export interface KnownEntity {
  readonly id: string;
  readonly name: string;
  readonly alsoCalled?: readonly string[];
}

/** What the judge of a fact may look at. */
export interface Judging {
  readonly diagram: Diagram;
  readonly graph: Graph;
  /** What all rules say, also those that the file turns off or accepts. Run when it is first asked for. */
  report(): Report;
  /** Whether a connection carries an entity of the scenario; undefined while it does not say what it carries. */
  carries(edge: Edge, entity: string): Truth;
  /** The learner's own entity that stands for one of the scenario's, the first of several; undefined where there is none. */
  own(entity: string): Id | undefined;
  /** Whether work ever gets to a component: what nothing leads to earns nothing. */
  isLive(component: Component): boolean;
  /** What the entity is called in a sentence. */
  entityName(entity: string): string;
  nameOf(id: Id): string;
}

/** Prepares to judge one diagram. `standsFor` names the learner's own entity for one of the scenario's, where that was said. */
export function judging(diagram: Diagram, entities: readonly KnownEntity[], standsFor: Readonly<Record<string, Id>> = {}): Judging {
  const graph = graphOf(diagram);
  const own = new Map(entities.map((entity) => [entity.id, ownEntities(diagram, entity, standsFor[entity.id])]));
  const idsOf = (entity: string): readonly Id[] => own.get(entity) ?? (diagram.entities.has(entity) ? [entity] : []);
  const idOf = (entity: string): Id | undefined => idsOf(entity)[0];
  const recognised = new Set([...own.values()].flat());
  let report: Report | undefined;
  return {
    diagram,
    graph,
    report: () => (report ??= validate({ ...diagram, suppressions: new Map(), settings: { ...diagram.settings, lintConfig: { preset: 'strict' } } })),
    carries(edge, entity) {
      const flows = flowsOf(edge);
      if (flows.length === 0) return undefined;
      const ids = idsOf(entity);
      // Where nobody knows which one of the learner's entities it is, it may be one that nothing else is.
      if (ids.length === 0 && own.has(entity) && flows.some((id) => !recognised.has(id))) return undefined;
      return ids.some((id) => flows.includes(id));
    },
    own: idOf,
    isLive: ({ id }) => liveComponents(graph).has(id) && graph.out(id).length + graph.into(id).length > 0,
    entityName: (entity) => diagram.entities.get(idOf(entity) ?? '')?.name ?? entities.find(({ id }) => id === entity)?.name ?? entity,
    nameOf: (id) => displayName(diagram, id),
  };
}

/** The learner's choice, else the one with the same id, else those with the same name or one of the words that people use for it. */
function ownEntities({ entities }: Diagram, { id, name, alsoCalled = [] }: KnownEntity, chosen: Id | undefined): readonly Id[] {
  if (chosen !== undefined && entities.has(chosen)) return [chosen];
  if (entities.has(id)) return [id];
  const words = new Set([id, name, ...alsoCalled].map(plain));
  return [...entities.values()].filter((entity) => words.has(plain(entity.name))).map((entity) => entity.id).toSorted();
}

/** A name as far as it matters: letters and digits, without case and plural. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '').replace(/s$/, '');

/** Says that what these connections carry would decide. */
export const carriedBy = (edges: readonly Edge[]): readonly DecidingField[] => edges.filter((edge) => flowsOf(edge).length === 0).map(({ id }) => ({ record: id, property: 'dataFlows' }));

/** The components that work gets to, in the order of their ids. */
export const componentsOf = ({ diagram, isLive }: Judging): readonly Component[] => [...diagram.components.values()].filter(isLive).toSorted(byId);

/** Names in a sentence, each once; the first few of many. */
export const listed = (names: readonly string[]): string => listedNames([...new Set(names)], 4);

/** Names and what they do: "A writes", "A and B write". */
export const whoDo = (names: readonly string[], one: string, many: string): string => `${listed(names)} ${new Set(names).size === 1 ? one : many}`;

/** Connections in a sentence: "Api → Orders and Mailer → Log". */
export const waysOf = (edges: readonly Edge[]): string => listed(edges.map(({ from, to }) => `${from.name} → ${to.name}`));
