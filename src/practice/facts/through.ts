import type { Id } from '#diagram/diagram.ts';
import { isCall } from '#graph/dependency.ts';
import { reachable, shortestPath } from '#graph/paths.ts';
import { ofKind } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';
import { componentsOf } from './judging.ts';
import { openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** `all-paths(client → target) through gate`: no client comes past the gate. */
export const through = defineFact('through', 'Every way of calls from a client to such a component passes a component of the other sort.', { to: selectorSchema, gate: selectorSchema }, ({ to, gate }, judging): Judgement => {
  const { graph } = judging;
  const targets = componentsOf(judging).filter((component) => selects(to, component) === true);
  const gates = componentsOf(judging).filter((component) => selects(gate, component) !== false);
  const certain = new Set(gates.filter((component) => selects(gate, component) === true).map(({ id }) => id));
  const possible = new Set(gates.map(({ id }) => id));
  const clients = ofKind(graph, 'client').map(({ id }) => id);
  const reached = reachable(graph, clients, isCall);
  const wanted = targets.filter(({ id }) => reached.has(id));
  const waysPast = (passed: ReadonlySet<Id>): readonly Id[] => clients.flatMap((client) => wanted.flatMap(({ id }): readonly Id[] => shortestPath(graph, client, id, (edge) => isCall(edge) && !passed.has(edge.to.id)) ?? []));
  const past = waysPast(possible);
  if (past.length > 0) return notMet(`Clients get to ${judging.nameOf(past.at(-1) ?? '')} without passing ${selectorWords(gate)}.`, past);
  const mayBe = componentsOf(judging).filter((component) => selects(to, component) === undefined && reached.has(component.id));
  if (wanted.length === 0 && mayBe.length > 0) return cannotTell(`Whether clients reach ${selectorWords(to)} is not stated.`, mayBe.flatMap((component) => openFields(to, component)));
  if (wanted.length === 0) return notMet(`No client reaches ${selectorWords(to)}.`, targets.map(({ id }) => id));
  const perhapsPast = waysPast(certain);
  if (perhapsPast.length > 0) return cannotTell(`Whether every way to ${selectorWords(to)} passes ${selectorWords(gate)} is not stated.`, gates.flatMap((component) => openFields(gate, component)), perhapsPast);
  return met(`Every way to ${selectorWords(to)} passes ${selectorWords(gate)}.`, [...certain]);
});
