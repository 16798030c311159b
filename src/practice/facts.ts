/** A fact about a diagram that the judge can check. */
export interface Fact {
  readonly fact: string;
}
