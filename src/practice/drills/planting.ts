import type { Chance } from '#base/chance.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { type Diff, diffOf } from '#diagram/diff.ts';
import { graphOf } from '#graph/graph.ts';
import type { Finding, Severity } from '#rules/finding.ts';
import { createValidator } from '#rules/validate.ts';
import type { Flaw, Planting } from '../flaws/flaw.ts';
import { flaws } from '../flaws/flaws.ts';
import { editsBetween } from './edit-count.ts';

/** A design that an interviewer accepts, as a diagram. */
export interface SoundDesign {
  readonly scenario: string;
  readonly design: string;
  readonly title: string;
  readonly diagram: Diagram;
}

/** A flaw that was planted, and the finding that it brought. */
export interface PlantedFlaw {
  /** What was done, in a few words: the name of the flaw. */
  readonly what: string;
  readonly finding: Finding;
  /** The step that planted it. */
  readonly step: Diff;
}

export interface PlantedDesign {
  readonly diagram: Diagram;
  /** In the order in which they were planted. */
  readonly planted: readonly PlantedFlaw[];
}

/** What is to be planted. */
export interface PlantingWish {
  readonly count: number;
  /** Findings of these severities count as flaws. */
  readonly severities: ReadonlySet<Severity>;
  readonly wants: (rule: string) => boolean;
  /** Whether a flaw is as hard to see as is wished; by its points from 0, in plain sight, to 4. */
  readonly fits: (points: number) => boolean;
}

/** How often one design is tried: each try is one validation of a small edit. */
const mostTries = 60;
/** A flaw changes little: what takes more edits would be seen by its sheer size. */
const mostEdits = 6;
/** From here on a design is large: there is much to look at. */
const largeDesign = 16;

/** Findings by what they say: the same place with another message or severity is a new one. */
const said = (findings: readonly Finding[]): ReadonlySet<string> => new Set(findings.map(sayingOf));

const sayingOf = ({ key, severity, messageId }: Finding): string => `${key} ${severity} ${messageId}`;

/** What a diagram is accused of that another one is not. */
export function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = said(before);
  return after.filter((finding) => !known.has(sayingOf(finding)));
}

/** The design with so many flaws, each of which brings exactly one finding and hides none; undefined where they do not fit into it. */
export function plant(sound: Diagram, { count, severities, wants, fits }: PlantingWish, chance: Chance): PlantedDesign | undefined {
  const judge = createValidator();
  const before = judge(sound).findings;
  let now: PlantedDesign = { diagram: sound, planted: [] };
  let tries = 0;
  const pool = chance.shuffle(flaws.filter(({ guards, isCrude }) => !isCrude && guards.some(wants)));
  // The second round finds further places for flaws that have one already.
  for (const flaw of [...pool, ...pool]) {
    for (const planting of placesFor(flaw, now.diagram, chance)) {
      if (now.planted.length === count) return now;
      if (++tries > mostTries) return undefined;
      const next = accused(newFindings(before, judge(planting.diagram).findings), severities, now.planted);
      if (!next || !wants(next.finding.rule) || !canBeClicked(planting.diagram, next.finding) || !fits(pointsOf(sound, planting.step, next.finding))) continue;
      now = { diagram: planting.diagram, planted: [...next.kept, { what: flaw.name, finding: next.finding, step: planting.step }] };
      break;
    }
  }
  return now.planted.length === count ? now : undefined;
}

/** How many places of a flaw are tried, so that those with many leave tries to the others. */
const mostPlaces = 3;

const canBeClicked = ({ components, connections }: Diagram, { primary }: Finding): boolean => components.has(primary) || connections.has(primary);

/** Small plantings only; what draws a new box would be found by its name. */
function placesFor({ plantings }: Flaw, diagram: Diagram, { shuffle }: Chance): readonly (Planting & { readonly step: Diff })[] {
  return shuffle(plantings(graphOf(diagram)))
    .map((planting) => ({ ...planting, step: diffOf(diagram, planting.diagram) }))
    .filter((planting) => isSmall(planting.step, diagram, planting.diagram))
    .slice(0, mostPlaces);
}

function isSmall(step: Diff, before: Diagram, after: Diagram): boolean {
  if ((step.components?.added.size ?? 0) + (step.boundaries?.added.size ?? 0) > 0 || step.suppressions || step.diagram) return false;
  const count = editsBetween(before, after).length;
  return count > 0 && count <= mostEdits;
}

/** The one finding that a step has brought, and the flaws from before as they are now; undefined where it brought none or several, or hid one. */
function accused(news: readonly Finding[], severities: ReadonlySet<Severity>, planted: readonly PlantedFlaw[]): { readonly finding: Finding; readonly kept: readonly PlantedFlaw[] } | undefined {
  const counting = new Map(news.filter(({ severity }) => severities.has(severity)).map((finding) => [finding.key, finding]));
  const kept = planted.flatMap((flaw) => {
    const finding = counting.get(flaw.finding.key);
    return finding && sayingOf(finding) === sayingOf(flaw.finding) ? [{ ...flaw, finding }] : [];
  });
  const keys = new Set(kept.map(({ finding }) => finding.key));
  const [finding, ...more] = [...counting.values()].filter(({ key }) => !keys.has(key));
  return finding && more.length === 0 && kept.length === planted.length ? { finding, kept } : undefined;
}

const severityPoints: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

/** How hard a flaw is to see: a property hides better than a missing box, a suggestion better than an error, and all of it better in a large design. */
function pointsOf({ components }: Diagram, step: Diff, { severity }: Finding): number {
  const isStructural = [step.components, step.connections].some((table) => table && table.added.size + table.removed.size > 0);
  return (isStructural ? 0 : 1) + severityPoints[severity] + (components.size >= largeDesign ? 1 : 0);
}
