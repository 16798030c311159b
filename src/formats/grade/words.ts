import type { Diagram } from '#diagram/diagram.ts';
import { propertyLabel } from '#diagram/property-of.ts';
import type { DecidingField, RequirementVerdict } from '#practice/judgement.ts';
import { displayName } from '#rules/display-name.ts';

/** Verdicts as people read them. */
export const verdictWords: Readonly<Record<RequirementVerdict, string>> = { met: 'met', 'not-met': 'not met', 'cannot-tell': 'cannot tell' };

/** A field that would decide, in words: "Expiry (TTL) of Seat lock". */
export const fieldWords = (diagram: Diagram, { record, property }: DecidingField): string =>
  `${propertyLabel(diagram, record, property)} of ${diagram.entities.get(record)?.name ?? displayName(diagram, record)}`;
