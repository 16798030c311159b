import { failure, type Result, success } from '#base/result.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { dealt } from '#practice/deal-curveball.ts';
import { changedBy, designOf, mutantOf } from '#practice/design-notation.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioSchema } from '#practice/scenario-schema.ts';
import { structureProblem } from '../json/invariants.ts';
import { isObject, issueProblem, parseJson, refuse } from '../json/parse.ts';
import { type Problem, problem } from '../json/problem.ts';

/** The newest version of the format that this Caveat reads. */
export const scenarioVersion = 1;

/** A scenario from the text of a `.caveat-scenario.json` file, or why it cannot be read, with the path of each fault. */
export function readScenario(text: string): Result<Scenario, readonly Problem[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const structure = structureProblem(json.value);
  if (structure) return failure([structure]);
  if (!isObject(json.value)) return refuse('', 'This file holds no scenario: it should be one object in curly brackets.');
  const { format, version, ...content } = json.value;
  if (format !== 'caveat-scenario') return refuse('format', 'This is not a Caveat scenario: format should be "caveat-scenario".');
  if (version !== scenarioVersion) {
    return refuse('version', typeof version === 'number' && version > scenarioVersion ? `This scenario was written by a newer Caveat (version ${version}; this one reads up to ${scenarioVersion}). Update Caveat to open it.` : `version must be ${scenarioVersion}.`);
  }
  const parsed = scenarioSchema.safeParse(content);
  if (!parsed.success) return failure(parsed.error.issues.map(({ path, message }) => issueProblem(path, message)));
  const problems = drawingProblems(parsed.data);
  return problems.length > 0 ? failure(problems) : success(parsed.data);
}

/** What cannot be drawn: the designs, and then the texts that change them. */
function drawingProblems(scenario: Scenario): readonly Problem[] {
  const designs = scenario.designs.flatMap(({ id }, index) => drawingProblem(`designs.${index}.text`, () => designOf(scenario, id)));
  if (designs.length > 0) return designs;
  const [reference] = scenario.designs;
  const onReference = (path: string, text: string | undefined, base: (diagram: Diagram) => Diagram = (diagram) => diagram): readonly Problem[] => {
    // Without a reference nothing is proven, and nothing can be wrong with it.
    if (!reference || text === undefined) return [];
    return drawingProblem(path, () => changedBy(text, base(designOf(scenario, reference.id))));
  };
  return [
    ...scenario.mistakes.flatMap(({ shown }, index) => onReference(`mistakes.${index}.shown`, shown)),
    ...scenario.curveballs.flatMap((curveball, index) => onReference(`curveballs.${index}.answer`, curveball.answer, (diagram) => dealt(diagram, curveball))),
    ...scenario.mutants.flatMap((mutant, index) => {
      const broken = (mutant.on ?? scenario.designs.map(({ id }) => id)).flatMap((design) => drawingProblem(`mutants.${index}.text`, () => mutantOf(scenario, mutant, design)));
      return broken.slice(0, 1);
    }),
  ];
}

function drawingProblem(path: string, draw: () => Diagram): readonly Problem[] {
  try {
    draw();
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [problem(path, `${path} cannot be drawn: ${reason.replace(/\.?$/, '.')}`)];
  }
}
