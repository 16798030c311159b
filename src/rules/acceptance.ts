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
  return names(suppression, rule) && (suppression.on === primary || (diagram.boundaries.has(suppression.on) && isInside(diagram, primary, suppression.on)));
}

/** Whether a record lies in a boundary, at any depth; a connection does when both its ends do. */
function isInside(diagram: Diagram, id: Id, boundary: Id): boolean {
  const connection = diagram.connections.get(id);
  if (connection) return isInside(diagram, connection.from, boundary) && isInside(diagram, connection.to, boundary);
  let outer = (diagram.components.get(id) ?? diagram.notes.get(id) ?? diagram.boundaries.get(id))?.boundary;
  for (let depth = 0; outer !== undefined && depth <= diagram.boundaries.size; depth++) {
    if (outer === boundary) return true;
    outer = diagram.boundaries.get(outer)?.boundary;
  }
  return false;
}

/** The acceptance that covers a finding, if one does. */
export function acceptanceOf(diagram: Diagram, finding: Pick<Finding, 'rule' | 'primary'>, today: string | undefined): Suppression | undefined {
  for (const suppression of inOrder(diagram.suppressions)) if (!isOver(suppression, today) && covers(diagram, suppression, finding)) return suppression;
  return undefined;
}
