/** The day on the clock of this computer, as ISO 8601. */
export const today = (): string => new Date().toISOString().slice(0, 10);
