import type { Interaction } from '#catalog/connection.ts';
import { interactionsBetween, isAllowed } from '#catalog/interaction.ts';
import { kindOf } from '#catalog/kinds.ts';
import { optionLabel } from '#catalog/wording.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';

/** Both ends of a connection, where they exist and are components. */
export interface Ends {
  readonly from: Component;
  readonly to: Component;
}

export function endsOf(diagram: Diagram, { from, to }: Connection): Ends | undefined {
  const [source, target] = [diagram.components.get(from), diagram.components.get(to)];
  return source && target && { from: source, to: target };
}

/** Whether both kinds are ones that the table of interactions knows. */
export const areKnown = ({ from, to }: Ends): boolean => kindOf(from.kind) !== undefined && kindOf(to.kind) !== undefined;

const messaging: readonly Interaction[] = ['consume', 'publish'];

/** The message interactions that make sense the other way round, where the arrow makes none as it is drawn. */
export function reversedInteractions(connection: Connection, { from, to }: Ends): readonly Interaction[] {
  const stated = connection.properties.interaction;
  if (stated) return messaging.includes(stated) && !isAllowed(stated, from.kind, to.kind) && isAllowed(stated, to.kind, from.kind) ? [stated] : [];
  if (from.id === to.id || interactionsBetween(from.kind, to.kind).length > 0) return [];
  return interactionsBetween(to.kind, from.kind).filter((interaction) => messaging.includes(interaction));
}

/** What a record is called in a sentence: "queue", "external system", "boundary". */
export function kindName(diagram: Diagram, id: Id): string {
  const component = diagram.components.get(id);
  if (component) return (kindOf(component.kind)?.label ?? component.kind).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return diagram.boundaries.has(id) ? 'boundary' : 'note';
}

export const interactionWords = (list: readonly Interaction[]): string => list.map((interaction) => optionLabel(interaction).toLowerCase()).join(', ');

/** "a" or "an", by how the word sounds. */
export const article = (word: string): string => (/^([aeio]|u(?!se))/i.test(word) ? 'an' : 'a');

/** Interactions that make sense for a pair, self-connections counted: only a copy of the same store may point to itself. */
export function sensibleInteractions({ from, to }: Ends): readonly Interaction[] {
  const allowed = interactionsBetween(from.kind, to.kind);
  return from.id === to.id ? allowed.filter((interaction) => interaction === 'replicate') : allowed;
}

