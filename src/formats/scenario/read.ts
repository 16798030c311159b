import { failure, type Result, success } from '#base/result.ts';
import { designOf } from '#practice/design-notation.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioSchema } from '#practice/scenario-schema.ts';
import { isObject, issueProblem, parseJson, refuse } from '../json/parse.ts';
import { type Problem, problem } from '../json/problem.ts';

/** The newest version of the format that this Caveat reads. */
export const scenarioVersion = 1;

/** A scenario from the text of a `.caveat-scenario.json` file, or why it cannot be read, with the path of each fault. */
export function readScenario(text: string): Result<Scenario, readonly Problem[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  if (!isObject(json.value)) return refuse('', 'This file holds no scenario: it should be one object in curly brackets.');
  const { format, version, ...content } = json.value;
  if (format !== 'caveat-scenario') return refuse('format', 'This is not a Caveat scenario: format should be "caveat-scenario".');
  if (version !== scenarioVersion) {
    return refuse('version', typeof version === 'number' && version > scenarioVersion ? `This scenario was written by a newer Caveat (version ${version}; this one reads up to ${scenarioVersion}). Update Caveat to open it.` : `version must be ${scenarioVersion}.`);
  }
  const parsed = scenarioSchema.safeParse(content);
  if (!parsed.success) return failure(parsed.error.issues.map(({ path, message }) => issueProblem(path, message)));
  const problems = parsed.data.designs.flatMap((design, index) => designProblem(parsed.data, design.id, index));
  return problems.length > 0 ? failure(problems) : success(parsed.data);
}

function designProblem(scenario: Scenario, design: string, index: number): readonly Problem[] {
  try {
    designOf(scenario, design);
    return [];
  } catch (error) {
    const path = `designs.${index}.text`;
    const reason = error instanceof Error ? error.message : String(error);
    return [problem(path, `${path} cannot be drawn: ${reason.replace(/\.?$/, '.')}`)];
  }
}
