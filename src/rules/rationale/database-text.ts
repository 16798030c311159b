import { byId } from '#base/order.ts';
import type { Component, Diagram } from '#diagram/diagram.ts';

/** What a diagram says about why a database is there: its rationale, and decisions attached to it. Empty while nothing is said or a gap of the template is left. */
export function databaseText(diagram: Diagram, { id, properties }: Component): string {
  const decisions = [...diagram.notes.values()].filter((note) => note.properties.noteType === 'decision' && note.properties.attachedTo?.includes(id)).sort(byId).map(({ text }) => text);
  const text = [properties.rationale ?? '', ...decisions].filter((part) => part.trim() !== '').join('\n');
  return text.includes('___') ? '' : text;
}
