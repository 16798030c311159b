import type { Edge } from '#graph/graph.ts';
import type { Related } from '../finding.ts';

/** Tries of a call in all, the first one included. */
export const attemptsOf = ({ connection }: Edge): number => connection.properties.maxAttempts ?? 1;

/** Whether a call is a hedged read: its rationale says so. */
export const isHedged = ({ connection }: Edge): boolean => /hedg/i.test(connection.properties.rationale ?? '');

/** Both ends of a connection, as what they are to it. */
export const endsOf = ({ from, to }: Edge): readonly Related[] => [
  { id: from.id, role: 'caller' },
  { id: to.id, role: 'target' },
];

/** Names in the order of a chain: "A → B → C"; a long chain is cut in the middle. */
export function chainText(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 3), '…', ...names.slice(-1)] : names;
  return shown.join(' → ');
}
