import { failure, type Result, success } from '#base/result.ts';
import { nearest } from '#base/nearest.ts';
import type { LintConfig, RuleSetting } from '#catalog/diagram-fields.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { type Baseline, knownIn, readBaseline } from '#formats/findings/baseline.ts';
import { type CheckedFile, type CheckRun, fileName, freshFindings } from '#formats/findings/checked.ts';
import { writeFindingsJson } from '#formats/findings/json.ts';
import { writeJunit } from '#formats/findings/junit.ts';
import { writeFindingsMarkdown } from '#formats/findings/markdown.ts';
import { writeSarif } from '#formats/findings/sarif.ts';
import { writeText } from '#formats/findings/text.ts';
import { severityRank } from '#rules/configuration.ts';
import { ruleOf } from '#rules/fixes.ts';
import { rules } from '#rules/rules.ts';
import { validate } from '#rules/validate.ts';
import type { Command, Input } from './command.ts';
import { exit, type Io } from './io.ts';
import { readFiles } from './read-diagrams.ts';

const formats = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;
const thresholds = ['error', 'warning', 'suggestion', 'never'] as const;
const presets = ['recommended', 'strict', 'interview-coach', 'off'] as const;
const settings = ['off', 'suggestion', 'warning', 'error'] as const satisfies readonly RuleSetting[];

export const check: Command = {
  least: 1,
  options: [
    { name: 'format', value: 'FORMAT', choices: formats, help: 'How the findings are written; text unless you say otherwise.' },
    { name: 'fail-on', value: 'SEVERITY', choices: thresholds, help: 'From which severity on findings make the exit code 1; error unless you say otherwise.' },
    { name: 'preset', value: 'PRESET', choices: presets, help: "Which rules run, in place of each file's own preset." },
    { name: 'rule', value: 'ID=off|suggestion|warning|error', many: true, help: "Switches a rule off or changes its severity, in place of each file's own setting. May be given more than once." },
    { name: 'baseline', value: 'FILE', help: 'The --format json output of an earlier run: what stands in it is known and does not count.' },
  ],
  notes: [
    'A FILE of - is standard input.',
    'Exit code 0: no finding reaches --fail-on. 1: one does. 2: a file cannot be read; the others are still checked.',
    'Findings that a file accepts with a reason, and findings of the baseline, are shown and never counted.',
  ],
  run,
};

async function run(input: Input, io: Io): Promise<number> {
  const config = configOf(input);
  if (!config.ok) return refuse(io, config.error);
  const baseline = await baselineOf(input.value('baseline'), io);
  if (!baseline.ok) return refuse(io, baseline.error);
  const { read, unread } = await readFiles(input.operands, io);
  const files = read.map(({ file, text, diagram }): CheckedFile => {
    const report = validate(configured(diagram, config.value), { today: io.today });
    return { file, text, diagram, report, known: baseline.value ? knownIn(baseline.value, file) : new Set() };
  });
  io.stdout(written(chosen(formats, input.value('format')), { files, unread, version: io.version, hasBaseline: baseline.value !== undefined }, io.isTerminal));
  if (unread.length > 0) return exit.unreadable;
  return isOver(files, chosen(thresholds, input.value('fail-on'))) ? exit.findings : exit.clean;
}

function refuse(io: Io, sentence: string): number {
  io.stderr(`caveat: ${sentence}\n`);
  return exit.unreadable;
}

/** The choice that was made; the first where none was. */
function chosen<const T extends string>(choices: readonly [T, ...T[]], value: string | undefined): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

function written(format: (typeof formats)[number], checkRun: CheckRun, hasColour: boolean): string {
  switch (format) {
    case 'text':
      return writeText(checkRun, hasColour);
    case 'json':
      return writeFindingsJson(checkRun);
    case 'sarif':
      return writeSarif(checkRun);
    case 'junit':
      return writeJunit(checkRun);
    case 'markdown':
      return writeFindingsMarkdown(checkRun);
  }
}

/** Whether a finding that nobody knew of or accepted is as grave as the threshold. */
function isOver(files: readonly CheckedFile[], threshold: (typeof thresholds)[number]): boolean {
  return threshold !== 'never' && files.some((checked) => freshFindings(checked).some(({ severity }) => severityRank(severity) >= severityRank(threshold)));
}

async function baselineOf(file: string | undefined, io: Io): Promise<Result<Baseline | undefined, string>> {
  if (file === undefined) return success(undefined);
  const read = await io.read(file);
  if (!read.ok) return failure(`The baseline ${fileName(file)} ${read.error}`);
  const baseline = readBaseline(read.value);
  return baseline.ok ? baseline : failure(`The baseline ${fileName(file)} ${baseline.error}.`);
}

/** What the options say about rules; else what is wrong with them. */
function configOf(input: Input): Result<LintConfig, string> {
  const preset = presets.find((name) => name === input.value('preset'));
  const chosenRules: [string, RuleSetting][] = [];
  for (const word of input.values('rule')) {
    const [id = '', severity = ''] = word.split('=');
    const setting = settings.find((name) => name === severity);
    if (!ruleOf(id)) return failure(unknownRule(id));
    if (!setting) return failure(`--rule ${id} wants one of ${settings.join(', ')}, as in --rule ${id}=off.`);
    chosenRules.push([id, setting]);
  }
  return success({ ...(preset ? { preset } : {}), rules: Object.fromEntries(chosenRules) });
}

function unknownRule(id: string): string {
  const meant = nearest(id, rules.map((rule) => rule.id));
  return `There is no rule "${id}". ${meant === undefined ? 'See caveat rules.' : `Did you mean ${meant}?`}`;
}

/** The diagram under these settings; options of a rule stay those of the file. */
function configured(diagram: Diagram, config: LintConfig): Diagram {
  const own = diagram.settings.lintConfig ?? {};
  const overridden = Object.entries(config.rules ?? {}).map(([id, setting]) => {
    const before = own.rules && Object.hasOwn(own.rules, id) ? own.rules[id] : undefined;
    return [id, Array.isArray(before) && typeof setting === 'string' ? [setting, before[1]] : setting];
  });
  const rulesNow: LintConfig['rules'] = { ...own.rules, ...Object.fromEntries(overridden) };
  return { ...diagram, settings: { ...diagram.settings, lintConfig: { ...own, ...config, rules: rulesNow } } };
}
