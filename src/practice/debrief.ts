import type { Diagram, Naming } from '#diagram/diagram.ts';
import type { Finding, Question, Report } from '#rules/finding.ts';
import type { Condition } from './facts/condition.ts';
import type { Fact } from './facts.ts';
import { type Grade, grade, type GradedCheck, mistakesMade } from './grade.ts';
import { namedWeaknesses } from './interview/named-weaknesses.ts';
import { type MainNumbers, mainNumbers } from './main-numbers.ts';
import { designOf } from './design-notation.ts';
import type { Design, Mistake, Scenario } from './scenario.ts';
import type { Difference } from './comparison/difference.ts';
import { semanticDifference } from './semantic-difference.ts';
import { verdictRank } from './judgement.ts';

/** A finding, and whether the learner saw it first. */
export interface DebriefFinding {
  readonly finding: Finding;
  /** `told`: the judge had said it before the reveal. `unasked`: a suggestion that was not named, and need not be. */
  readonly status: 'named' | 'missed' | 'told' | 'unasked';
}

/** Everything that is said after the reveal, but the comparison with a design: that is made when it is opened. */
export interface Debrief {
  readonly complete: boolean;
  /** Mandatory requirements first; in each group what is not met, then what nobody can tell, then what is met. */
  readonly requirements: readonly GradedCheck[];
  /** Errors first. */
  readonly findings: readonly DebriefFinding[];
  /** What the rules would still need to know. */
  readonly questions: readonly Question[];
  /** Names that the learner gave and that are no weakness here. */
  readonly wrongNames: readonly Naming[];
  readonly numbers: MainNumbers;
  readonly mistakes: readonly Mistake[];
  /** What to say in one minute. */
  readonly pitch: string;
  /** The reference first. */
  readonly designs: readonly Design[];
}

/** What is debriefed beside scenario and diagram. */
export interface Debriefed {
  /** All that the rules say, hushed or not. */
  readonly report: Report;
  readonly named: readonly Naming[];
  /** Keys of the findings that were shown before the reveal. */
  readonly told?: ReadonlySet<string>;
  /** The grade of this diagram, where it is known already. */
  readonly grade?: Grade;
}

/** Everything that the debrief shows. */
export function debriefOf(scenario: Scenario, diagram: Diagram, { report, named: namings, told = new Set(), grade: known }: Debriefed): Debrief {
  const { checks, complete } = known ?? grade(scenario, diagram);
  const { named, missed, wrong } = namedWeaknesses(namings, report, told);
  const statusOf = (finding: Finding): DebriefFinding['status'] => {
    if (named.includes(finding)) return 'named';
    if (missed.includes(finding)) return 'missed';
    return told.has(finding.key) ? 'told' : 'unasked';
  };
  return {
    complete,
    requirements: inOrder(checks),
    findings: report.findings.map((finding) => ({ finding, status: statusOf(finding) })),
    questions: report.questions,
    wrongNames: wrong,
    numbers: mainNumbers(diagram),
    mistakes: mistakesMade(scenario, diagram),
    pitch: scenario.pitch,
    designs: scenario.designs,
  };
}

/** What one of the scenario's designs has that this diagram lacks, and the other way round. What checks ask for comes first. Throws where there is no such design. */
export const differenceFrom = (scenario: Scenario, diagram: Diagram, designId: string): readonly Difference[] =>
  semanticDifference(diagram, designOf(scenario, designId), { entities: scenario.entities, asked: [...new Set(scenario.checks.flatMap(({ fact }) => propertiesIn(fact)))] });

const inOrder = (checks: readonly GradedCheck[]): readonly GradedCheck[] =>
  checks.toSorted((a, b) => Number(b.mandatory) - Number(a.mandatory) || verdictRank[a.verdict] - verdictRank[b.verdict]);

/** Properties that a fact asks for by its words, its selectors and its conditions. */
function propertiesIn(fact: Fact): readonly string[] {
  switch (fact.fact) {
    case 'all':
    case 'any':
      return fact.of.flatMap(propertiesIn);
    case 'not':
      return propertiesIn(fact.of);
    default:
      return [...(asks[fact.fact] ?? []), ...conditionsIn(fact).map(([property]) => property)];
  }
}

/** What words ask for without naming it. */
const asks: Readonly<Record<string, readonly string[]>> = {
  conditional: ['conditionalWrite'],
  guarded: ['conditionalWrite'],
  cached: ['cacheMissOf', 'hitRatio'],
  push: ['serverPush', 'protocol'],
  direct: ['authorization'],
  groups: ['consumerGroup'],
  keyed: ['idempotencyKey'],
  repeatable: ['idempotent'],
};

function conditionsIn(part: unknown): readonly Condition[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]): readonly Condition[] => (name === 'where' && Array.isArray(value) ? value : conditionsIn(value)));
}
