import { inSentence } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel } from '#diagram/property-of.ts';
import type { DecidingField, RequirementVerdict } from '#practice/judgement.ts';
import { displayName } from '#rules/display-name.ts';

/** Verdicts as people read them. */
export const verdictWords: Readonly<Record<RequirementVerdict, string>> = { met: 'met', 'not-met': 'not met', 'cannot-tell': 'cannot tell' };

/** A field that would decide, in words: "Seat lock: expiry (TTL)", "Booking service → Seats: data flows". */
export const fieldWords = (diagram: Diagram, { record, property }: DecidingField): string => `${ownerOf(diagram, record)}: ${inSentence(propertyLabel(diagram, record, property))}`;

/** What states it; a connection by its ends, whatever is written on it, since several may say the same. */
function ownerOf(diagram: Diagram, record: Id): string {
  const connection = diagram.connections.get(record);
  if (connection) return `${displayName(diagram, connection.from)} → ${displayName(diagram, connection.to)}`;
  return diagram.entities.get(record)?.name ?? displayName(diagram, record);
}
