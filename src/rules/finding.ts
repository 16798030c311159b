import type { Id } from '#diagram/diagram.ts';

export type Severity = 'error' | 'warning' | 'suggestion';

/** A fact that a verdict rests on. */
export interface Evidence {
  readonly record: Id;
  readonly property: string;
  readonly value: unknown;
}

/** A record that plays a part in a finding beside the primary. */
export interface Related {
  readonly id: Id;
  /** "consumer", "writer", "other path": a word or two. */
  readonly role: string;
}

/** What a rule reports: plain data, the same for the same diagram. */
export interface Finding {
  /** `rule@primary`: stays the same while the finding does. One finding for each rule and primary. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly messageId: string;
  /** One sentence with the user's own names; no markup. */
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** A component, connection or boundary, or `diagram`. */
  readonly primary: Id;
  readonly related: readonly Related[];
  readonly witness: readonly Id[];
  readonly evidence: readonly Evidence[];
  /** The reason of the suppression that covers it; undefined for an open finding. */
  readonly acceptedBecause?: string;
}

/** A question that a rule needs answered before it can decide. */
export interface Question {
  readonly key: string;
  readonly rule: string;
  readonly primary: Id;
  readonly fields: readonly { readonly record: Id; readonly property: string }[];
  readonly question: string;
}

/** Everything that one run says about a diagram. */
export interface Report {
  /** Open findings: errors first, then by the primary's place in the flow, then by rule. */
  readonly findings: readonly Finding[];
  /** Findings that somebody accepted with a reason. */
  readonly accepted: readonly Finding[];
  readonly questions: readonly Question[];
}
