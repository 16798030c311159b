import { rules } from '#rules/rules.ts';
import { flaws } from '#practice/flaws/flaws.ts';
import { complaint, endOf, run } from './run.ts';

/** Prints what became of every mutant: `npm run mutants`. */
const rows = flaws.map((flaw) => {
  const outcomes = run(flaw);
  return { flaw, outcomes, ends: outcomes.map((outcome) => endOf(flaw, outcome)), complaints: outcomes.flatMap((outcome) => complaint(flaw, outcome) ?? []) };
});

const cell = (text: string | number, width: number): string => String(text).padStart(width);

console.log([cell('mutants', 7), cell('finding', 8), cell('question', 9), cell('survive', 8), ' flaw → rules that guard it'].join(' '));
for (const { flaw, outcomes, ends, complaints } of rows) {
  const counts = (['finding', 'question', 'survivor'] as const).map((end) => ends.filter((each) => each === end).length);
  console.log([cell(outcomes.length, 7), cell(counts[0] ?? 0, 8), cell(counts[1] ?? 0, 9), cell(counts[2] ?? 0, 8), ` ${flaw.name} → ${flaw.guards.join(', ')}`].join(' '));
  for (const { because } of flaw.survivesWhere ?? []) {
    const survivors = outcomes.filter((outcome, index) => outcome.mayRest === because && ends[index] === 'survivor').map(({ reference, on }) => `${reference}:${on}`);
    if (survivors.length > 0) console.log(`${' '.repeat(37)}survive: ${because}\n${' '.repeat(39)}${survivors.join(' ')}`);
  }
  for (const text of complaints) console.log(`${' '.repeat(37)}WRONG ${text}`);
}

const all = rows.flatMap(({ ends }) => ends);
const raised = new Set(rows.flatMap(({ flaw, outcomes }) => outcomes.flatMap(({ findings }) => findings.filter((rule) => flaw.guards.includes(rule)))));
const silent = rules.map(({ id }) => id).filter((id) => !raised.has(id));
console.log(`\n${all.length} mutants: ${all.filter((end) => end === 'finding').length} raise a finding, ${all.filter((end) => end === 'question').length} a question, ${all.filter((end) => end === 'survivor').length} survive with a reason. ${raised.size} of ${rules.length} rules are reached${silent.length > 0 ? `, not ${silent.join(', ')}` : ''}.`);
if (rows.some(({ complaints }) => complaints.length > 0)) process.exitCode = 1;
