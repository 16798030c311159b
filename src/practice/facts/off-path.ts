import { isCall } from '#graph/dependency.ts';
import { shortestPath } from '#graph/paths.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { callersOf } from './callers.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, componentsOf, listed } from './judging.ts';
import { isOfKind, openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** `off-path(selector)`: no client waits for such a component; with an entity, only for what carries it and is not there for something else. */
export const offPath = defineFact('off-path', 'No client waits for such a component (with an entity: for calls to it that carry the entity; with butFor: calls that carry that one too are allowed).', { of: selectorSchema, carries: entity.optional(), butFor: entity.optional() }, ({ of, carries, butFor }, judging): Judgement => {
  const { graph } = judging;
  const callers = callersOf(graph);
  const waits = componentsOf(judging)
    .filter((component) => isOfKind(of, component))
    .flatMap((component) => graph.into(component.id).filter((edge) => isCall(edge) && edge.connection.properties.critical !== false).map((edge) => ({ component, edge })))
    .flatMap(({ component, edge }) => {
      const path = callers.filter((caller) => caller !== component.id).map((caller) => shortestPath(graph, caller, edge.from.id, (each) => isCall(each) && each.connection.properties.critical !== false)).find((each) => each);
      return path ? [{ component, edge, path: [...path, edge.id, component.id] }] : [];
    });
  const carried = ({ edge }: (typeof waits)[number]): boolean | undefined => (butFor !== undefined && judging.carries(edge, butFor) === true ? false : carries === undefined ? true : judging.carries(edge, carries));
  const meant = `${selectorWords(of)}${carries === undefined ? '' : ` that gets ${judging.entityName(carries)}`}`;
  const guilty = waits.filter((wait) => carried(wait) === true && selects(of, wait.component) === true);
  if (guilty.length > 0) return notMet(`A client waits for ${listed(guilty.map(({ component }) => component.name))}.`, guilty.flatMap(({ path }) => path));
  const open = waits.filter((wait) => carried(wait) !== false && selects(of, wait.component) !== false);
  if (open.length > 0) return cannotTell(`Whether a client waits for ${meant} is not stated.`, open.flatMap(({ component, edge }) => [...openFields(of, component), ...(carries === undefined ? [] : carriedBy([edge]))]), open.flatMap(({ path }) => path));
  return met(`No client waits for ${meant}.`);
});
