import type { Truth } from '#base/truth.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { flowsOf } from '#graph/entities.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import { displayName } from '#rules/display-name.ts';
import type { Report } from '#rules/finding.ts';
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
  /** The id of the learner's own entity that stands for one of the scenario's; undefined where there is none. */
  own(entity: string): Id | undefined;
  /** What the entity is called in a sentence. */
  entityName(entity: string): string;
  nameOf(id: Id): string;
}

/** Prepares to judge one diagram. `standsFor` names the learner's own entity for one of the scenario's, where that was said. */
export function judging(diagram: Diagram, entities: readonly KnownEntity[], standsFor: Readonly<Record<string, Id>> = {}): Judging {
  const graph = graphOf(diagram);
  const own = new Map(entities.map((entity) => [entity.id, ownEntity(diagram, entity, standsFor[entity.id])]));
  const idOf = (entity: string): Id | undefined => own.get(entity) ?? (diagram.entities.has(entity) ? entity : undefined);
  let report: Report | undefined;
  return {
    diagram,
    graph,
    report: () => (report ??= validate({ ...diagram, suppressions: new Map(), settings: { ...diagram.settings, lintConfig: { preset: 'strict' } } })),
    carries(edge, entity) {
      const flows = flowsOf(edge);
      const id = idOf(entity);
      return flows.length === 0 ? undefined : id !== undefined && flows.includes(id);
    },
    own: idOf,
    entityName: (entity) => diagram.entities.get(idOf(entity) ?? '')?.name ?? entities.find(({ id }) => id === entity)?.name ?? entity,
    nameOf: (id) => displayName(diagram, id),
  };
}

/** The learner's choice first, then the same id, then the same name or one of the words that people use for it. */
function ownEntity({ entities }: Diagram, { id, name, alsoCalled = [] }: KnownEntity, chosen: Id | undefined): Id | undefined {
  if (chosen !== undefined && entities.has(chosen)) return chosen;
  if (entities.has(id)) return id;
  const words = new Set([id, name, ...alsoCalled].map(plain));
  return [...entities.values()].find((entity) => words.has(plain(entity.name)))?.id;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '').replace(/s$/, '');

/** Says that what these connections carry would decide. */
export const carriedBy = (edges: readonly Edge[]): readonly DecidingField[] => edges.filter((edge) => flowsOf(edge).length === 0).map(({ id }) => ({ record: id, property: 'dataFlows' }));

export const componentsOf = ({ diagram }: Judging): readonly Component[] => [...diagram.components.values()];

/** Names in a sentence: "A, B and C"; the first few of many. */
export function listed(names: readonly string[]): string {
  const shown = [...new Set(names)];
  if (shown.length > 4) return `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
