import type { Diagram } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import { optionOf } from './configuration.ts';
import type { Finding } from './finding.ts';
import type { Fix, Rule } from './rule.ts';
import { rules } from './rules.ts';

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined for an id that no rule has. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id);

/** The ways out of a finding in this diagram, the most usual first. */
export function fixesOf(finding: Finding, diagram: Diagram): readonly Fix[] {
  const rule = byId.get(finding.rule);
  if (!rule?.fixes) return [];
  return rule.fixes(finding, { diagram, graph: graphOf(diagram), today: undefined, option: (name) => optionOf(rule, diagram.settings.lintConfig ?? {}, name) });
}

/** The findings that "fix all" may end: those with a fix that is safe and has one sensible result. */
export const safelyFixable = (findings: readonly Finding[], diagram: Diagram): readonly Finding[] => findings.filter((finding) => safeFixOf(finding, diagram) !== undefined);

/** The safe fix of a finding; undefined where somebody must choose. */
export const safeFixOf = (finding: Finding, diagram: Diagram): Fix | undefined => fixesOf(finding, diagram).find(({ kind, completes }) => kind === 'auto' && completes !== false);
