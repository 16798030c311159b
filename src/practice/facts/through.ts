import type { Id } from '#diagram/diagram.ts';
import { isCall } from '#graph/dependency.ts';
import { reachable, shortestPath } from '#graph/paths.ts';
import { ofKind } from '#graph/roles.ts';
import { type Judgement, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';
import { componentsOf } from './judging.ts';
import { selectorSchema, selects, selectorWords } from './selector.ts';

/** `all-paths(client → target) through gate`: no client comes past the gate. */
export const through = defineFact('through', 'Every way of calls from a client to such a component passes a component of the other sort.', { to: selectorSchema, gate: selectorSchema }, ({ to, gate }, judging): Judgement => {
  const { graph } = judging;
  const targets = componentsOf(judging).filter((component) => selects(to, component) === true);
  const gates = new Set(componentsOf(judging).filter((component) => selects(gate, component) === true).map(({ id }) => id));
  const clients = ofKind(graph, 'client').map(({ id }) => id);
  const reached = reachable(graph, clients, isCall);
  const wanted = targets.filter(({ id }) => reached.has(id));
  const past = clients.flatMap((client) => wanted.flatMap(({ id }): readonly Id[] => shortestPath(graph, client, id, (edge) => isCall(edge) && !gates.has(edge.to.id)) ?? []));
  if (past.length > 0) return notMet(`There is a way to ${selectorWords(to)} past ${selectorWords(gate)}.`, past);
  if (wanted.length === 0) return notMet(`No client reaches ${selectorWords(to)}.`, targets.map(({ id }) => id));
  return met(`Every way to ${selectorWords(to)} passes ${selectorWords(gate)}.`, [...gates]);
});
