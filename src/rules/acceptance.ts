import { byId } from '#base/order.ts';
import type { Diagram, Id, Suppression } from '#diagram/diagram.ts';
import type { Finding } from './finding.ts';

/** Acceptances by their ids: the order of records means nothing. */
export const inOrder = (suppressions: Diagram['suppressions']): readonly Suppression[] => [...suppressions.values()].sort(byId);

/** Whether an acceptance speaks of a rule: by its id, or by its group as in `queue/*`. Never of all rules. */
export function names(suppression: Suppression, rule: string): boolean {
  if (suppression.rule === rule) return true;
  const [group, name] = suppression.rule.split('/');
  return name === '*' && group !== '' && group !== '*' && rule.startsWith(`${group}/`);
}

/** Whether an acceptance lies in the past; `today` is an ISO day. */
export const isOver = ({ until }: Suppression, today: string | undefined): boolean => until !== undefined && today !== undefined && until < today;

/** Whether an acceptance covers a finding: on its primary, or on a boundary around it. */
export function covers(diagram: Diagram, suppression: Suppression, { rule, primary }: Pick<Finding, 'rule' | 'primary'>): boolean {
  return names(suppression, rule) && (suppression.on === primary || (diagram.boundaries.has(suppression.on) && boundariesAround(diagram, primary).includes(suppression.on)));
}

/** The boundaries around a record, from the inside out; around a connection those that hold both its ends. */
export function boundariesAround(diagram: Diagram, id: Id): readonly Id[] {
  const connection = diagram.connections.get(id);
  if (connection) {
    const others = boundariesAround(diagram, connection.to);
    return boundariesAround(diagram, connection.from).filter((boundary) => others.includes(boundary));
  }
  const around: Id[] = [];
  let outer = (diagram.components.get(id) ?? diagram.notes.get(id) ?? diagram.boundaries.get(id))?.boundary;
  while (outer !== undefined && !around.includes(outer)) {
    if (diagram.boundaries.has(outer)) around.push(outer);
    outer = diagram.boundaries.get(outer)?.boundary;
  }
  return around;
}

/** The acceptance that covers a finding, if one does. */
export function acceptanceOf(diagram: Diagram, finding: Pick<Finding, 'rule' | 'primary'>, today: string | undefined): Suppression | undefined {
  for (const suppression of inOrder(diagram.suppressions)) if (!isOver(suppression, today) && covers(diagram, suppression, finding)) return suppression;
  return undefined;
}
