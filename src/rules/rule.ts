import type { KindId } from '#catalog/kinds.ts';
import type { Boundary, Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId, Transaction } from '#diagram/transaction.ts';
import type { Graph } from '#graph/graph.ts';
import type { Evidence, Finding, Related, Severity } from './finding.ts';

export type Category =
  | 'correctness'
  | 'durability'
  | 'availability'
  | 'performance'
  | 'security'
  | 'operability'
  | 'completeness'
  | 'rationale';

/** How far a rule looks from its subject: decides which rules run again after an edit. */
export type Reach = 'record' | 'neighbours' | 'diagram';

/** A text with `{placeholders}`, filled from a verdict's data. A variant may have its own severity. */
export interface Message {
  readonly text: string;
  readonly severity?: Severity;
}

/** The prose of a rule: for the panel, its page and the command line. Plain text, full sentences. */
export interface Docs {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The built-in guards, one sentence each. */
  readonly silentWhen: readonly string[];
  readonly sources: readonly string[];
  /** What an interviewer would ask; shown where the rule cannot decide. */
  readonly question: string;
  /** What a good answer to it sounds like, where it is more than the way out in the first person. */
  readonly answer?: string;
}

/** What a rule may look at. Everything in it is pure and the same for the same diagram. */
export interface Context {
  readonly diagram: Diagram;
  readonly graph: Graph;
  /** ISO day of the run; undefined where nobody gave one. */
  readonly today: string | undefined;
  /** An option of this rule: from the configuration, else its default. */
  option(name: string): number;
}

export interface Fail<MessageId extends string = string> {
  readonly verdict: 'fail';
  readonly message: MessageId;
  /** Overrides the message's severity where the case is stronger or weaker. */
  readonly severity?: Severity;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly related?: readonly Related[];
  /** Components and connections that show it, in the order of the path. */
  readonly witness?: readonly Id[];
  readonly evidence?: readonly Evidence[];
}

export interface NotStated {
  readonly verdict: 'not-stated';
  /** What would decide: properties by record. */
  readonly fields: readonly { readonly record: Id; readonly property: string }[];
}

/** Fail, pass, not stated; undefined where the rule has nothing to say about this subject. */
export type Verdict<MessageId extends string = string> = Fail<MessageId> | NotStated | { readonly verdict: 'pass' } | undefined;

export const pass = { verdict: 'pass' } as const;

export const fail = <const MessageId extends string>(message: MessageId, details: Omit<Fail<MessageId>, 'verdict' | 'message'> = {}): Fail<MessageId> => ({
  verdict: 'fail',
  message,
  ...details,
});

/** "Not stated": these properties of one record would decide. */
export const notStated = (record: Id, ...propertyNames: readonly string[]): NotStated => ({
  verdict: 'not-stated',
  fields: propertyNames.map((property) => ({ record, property })),
});

/** A way out of a finding: one undo step. `auto` is safe and has one sensible result; `suggest` is one of several choices. */
export interface Fix {
  readonly title: string;
  readonly kind: 'auto' | 'suggest';
  /** False where the user must complete what it begins, so that the finding stays until then. */
  readonly completes?: false;
  apply(diagram: Diagram, freshId: FreshId): Transaction | null;
}

interface RuleCore<Subject, MessageId extends string> {
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly reach: Reach;
  readonly messages: Readonly<Record<MessageId, Message>>;
  readonly docs: Docs;
  /** Sketches (`diagram/sketch.ts`): `bad` raises this rule, `good` does not. The tests run both. */
  readonly examples: { readonly bad: string; readonly good: string };
  readonly options?: Readonly<Record<string, { readonly default: number; readonly help: string }>>;
  /** False for suggestions that the recommended preset leaves out. */
  readonly recommended?: false;
  /** Whether the names of components decide, and do not only tell. */
  readonly judgesNames?: true;
  /** Which words of a rationale silence it, in a sentence; absent where none do. */
  readonly acceptsRationale?: string;
  check(subject: Subject, context: Context): Verdict<MessageId>;
  /** Ways out of one of its findings; none where nobody can decide for the user. */
  fixes?(finding: Finding, context: Context): readonly Fix[];
}

/** A rule that reports on components, of these kinds or (without `kinds`) of all, also unknown ones. */
export interface ComponentRule<MessageId extends string = string> extends RuleCore<Component, MessageId> {
  readonly about: 'component';
  readonly kinds?: readonly KindId[];
}

export interface ConnectionRule<MessageId extends string = string> extends RuleCore<Connection, MessageId> {
  readonly about: 'connection';
}

/** A rule that reports on connections, and on components of these kinds or (without `kinds`) of all. */
export interface RecordRule<MessageId extends string = string> extends RuleCore<Component | Connection, MessageId> {
  readonly about: 'record';
  readonly kinds?: readonly KindId[];
}

export interface DiagramRule<MessageId extends string = string> extends RuleCore<Diagram, MessageId> {
  readonly about: 'diagram';
}

/** A rule that reports on whatever carries suppressions; it runs after all others and sees what they found. */
export interface SuppressionRule<MessageId extends string = string> extends RuleCore<Component | Connection | Boundary | Diagram, MessageId> {
  readonly about: 'suppressed-record';
  check(subject: Component | Connection | Boundary | Diagram, context: Context & { readonly findings: readonly Finding[] }): Verdict<MessageId>;
}

export type Rule = ComponentRule | ConnectionRule | RecordRule | DiagramRule | SuppressionRule;

export const componentRule = <const MessageId extends string>(rule: Omit<ComponentRule<MessageId>, 'about'>): ComponentRule<MessageId> => ({ about: 'component', ...rule });

export const connectionRule = <const MessageId extends string>(rule: Omit<ConnectionRule<MessageId>, 'about'>): ConnectionRule<MessageId> => ({ about: 'connection', ...rule });

export const recordRule = <const MessageId extends string>(rule: Omit<RecordRule<MessageId>, 'about'>): RecordRule<MessageId> => ({ about: 'record', ...rule });

export const diagramRule = <const MessageId extends string>(rule: Omit<DiagramRule<MessageId>, 'about'>): DiagramRule<MessageId> => ({ about: 'diagram', ...rule });

export const suppressionRule = <const MessageId extends string>(rule: Omit<SuppressionRule<MessageId>, 'about'>): SuppressionRule<MessageId> => ({
  about: 'suppressed-record',
  ...rule,
});
