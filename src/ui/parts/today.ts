import { isoDay } from '#base/iso-day.ts';

/** The day on the clock of this computer, as ISO 8601. */
export const today = (): string => isoDay(new Date());
