import { kindOf } from '#catalog/kinds.ts';
import { sentenceCase } from '#catalog/wording.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import { displayName } from '#rules/display-name.ts';
import type { Question, Report } from '#rules/finding.ts';

/** What the interviewer would ask. */
export interface InterviewerQuestion {
  /** Says that it was asked; the same while the diagram's records keep their ids. */
  readonly key: string;
  readonly text: string;
  /** What it is about: a record, or `diagram`. */
  readonly record: Id;
}

/**
 * The interviewer's next question that was not asked yet: first what the rules cannot decide, a rule that has asked nothing before others,
 * then what is worth knowing about the kinds in use, each kind in turn. Undefined once nothing is left.
 */
export function nextQuestion(diagram: Diagram, report: Report, asked: readonly string[]): InterviewerQuestion | undefined {
  const known = new Set(asked);
  const open = report.questions.filter(({ key }) => !known.has(key));
  const heard = new Set(asked.map((key) => key.split('@')[0]));
  const question = open.find(({ rule }) => !heard.has(rule)) ?? open[0];
  return question ? spoken(diagram, question) : caveatQuestions(diagram).find(({ key }) => !known.has(key));
}

/** A question that was asked, as long as it is open; undefined once it is answered. */
export function askedQuestion(diagram: Diagram, report: Report, key: string): InterviewerQuestion | undefined {
  const question = report.questions.find((each) => each.key === key);
  return question ? spoken(diagram, question) : caveatQuestions(diagram).find((each) => each.key === key);
}

const spoken = (diagram: Diagram, { key, primary, question }: Question): InterviewerQuestion => ({ key, text: `${subject(diagram, primary)}: ${question}`, record: primary });

/** The first caveat of each kind in use, then the second of each, and so on. */
function caveatQuestions(diagram: Diagram): readonly InterviewerQuestion[] {
  const inUse = new Map<string, Component>();
  for (const component of [...diagram.components.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) if (!inUse.has(component.kind)) inUse.set(component.kind, component);
  const ranked = [...inUse.values()].flatMap(({ id, kind }) =>
    (kindOf(kind)?.caveats ?? []).map(({ text }, rank) => {
      const asks = text.endsWith('?') ? text : `${text} How does your design deal with that?`;
      return { rank, question: { key: `caveat/${kind}/${rank}`, text: `${subject(diagram, id)}: ${asks}`, record: id } };
    }),
  );
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ question }) => question);
}

/** Components under their own name as it is written, others with a capital. */
const subject = (diagram: Diagram, id: Id): string => (diagram.components.has(id) ? displayName(diagram, id) : sentenceCase(displayName(diagram, id)));
