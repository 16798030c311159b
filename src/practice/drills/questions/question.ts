import type { Topic } from '../../scenario.ts';

/** One answer to choose. */
export interface Option {
  readonly label: string;
  /** What stands in the sketch in the place of each question mark. */
  readonly puts: string;
  /** Why it is right; absent where it is wrong, as the rule says why. */
  readonly because?: string;
}

/** A small sketch with one thing left open. The engine decides: right is where the rules stay silent. */
export interface Question {
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly asks: string;
  /** As `diagram/sketch.ts` reads it; a question mark stands for what is open. */
  readonly sketch: string;
  /** What stands there while nobody has chosen. */
  readonly open?: string;
  /** Rules that decide. */
  readonly rules: readonly string[];
  readonly options: readonly Option[];
}

/** An option that the rules let pass, and why it is right. */
export const right = (label: string, puts: string, because: string): Option => ({ label, puts, because });

/** An option that one of the rules objects to. */
export const wrong = (label: string, puts: string): Option => ({ label, puts });
