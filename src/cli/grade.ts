import { nearest } from '#base/nearest.ts';
import { failure, type Result, success } from '#base/result.ts';
import { fileName } from '#formats/findings/checked.ts';
import { writeGradeJson } from '#formats/grade/json.ts';
import { writeGradeMarkdown } from '#formats/grade/markdown.ts';
import { writeGradeText } from '#formats/grade/text.ts';
import { problemsText } from '#formats/json/problem.ts';
import { readScenario } from '#formats/scenario/read.ts';
import { plain } from '#formats/terminal.ts';
import { grade as gradeDesign } from '#practice/grade.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioOf, scenarios } from '#practice/scenarios.ts';
import type { Command } from './command.ts';
import { exit, type Io } from './io.ts';
import { readFile } from './read-diagrams.ts';

export const grade: Command = {
  least: 2,
  most: 2,
  options: [{ name: 'format', value: 'FORMAT', choices: ['text', 'json', 'markdown'], help: 'How the grade is written; text unless you say otherwise.' }],
  notes: [
    'SCENARIO is one of caveat scenarios, or a file with a scenario of your own (*.json). A FILE of - is standard input.',
    'What the file accepts or switches off is judged all the same.',
    'Exit code 0: every requirement is met. 1: one is not, or cannot be told. 2: the scenario or the file cannot be read.',
  ],
  async run(input, io) {
    const [name = '', file = ''] = input.operands;
    const scenario = await scenarioNamed(name, io);
    if (!scenario.ok) return refuse(io, scenario.error);
    const read = await readFile(file, io);
    if (!read.ok) return refuse(io, read.error);
    const { diagram } = read.value;
    const graded = gradeDesign(scenario.value, diagram);
    const title = `${scenario.value.title}: ${diagram.title}`;
    const format = input.value('format');
    io.stdout(format === 'json' ? writeGradeJson(graded) : format === 'markdown' ? writeGradeMarkdown(title, diagram, graded) : writeGradeText(title, diagram, graded, io.isTerminal));
    return graded.complete ? exit.clean : exit.findings;
  },
};

function refuse(io: Io, sentence: string): number {
  io.stderr(`caveat: ${sentence}\n`);
  return exit.unreadable;
}

/** A scenario that Caveat brings, or one of a file. */
async function scenarioNamed(name: string, io: Io): Promise<Result<Scenario, string>> {
  const own = scenarioOf(name);
  if (own) return success(own);
  if (!name.endsWith('.json')) {
    const meant = nearest(name, scenarios.map(({ id }) => id));
    return failure(`There is no scenario "${plain(name)}". ${meant === undefined ? 'See caveat scenarios.' : `Did you mean ${meant}?`}`);
  }
  const read = await io.read(name);
  if (!read.ok) return failure(plain(`${fileName(name)} ${read.error}`));
  const scenario = readScenario(read.value);
  return scenario.ok ? scenario : failure(plain(`${fileName(name)}: ${problemsText(scenario.error)}`));
}
