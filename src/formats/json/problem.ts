/** Why a file cannot be read: where, and what to do about it. */
export interface Problem {
  /** Like `components.jobs.properties.ordering`; empty for the file as a whole. */
  readonly path: string;
  /** A sentence with the path in it. */
  readonly message: string;
}

export const problem = (path: string, message: string): Problem => ({ path, message });

const shown = 3;

/** A few problems in words, and how many more there are. */
export function problemsText(problems: readonly Problem[]): string {
  const more = problems.length - shown;
  const sentences = problems.slice(0, shown).map(({ message }) => message);
  return [...sentences, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}
