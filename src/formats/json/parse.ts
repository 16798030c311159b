import { failure, type Result, success } from '#base/result.ts';
import { type Problem, problem } from './problem.ts';

/** Refuses a text, with one sentence. */
export const refuse = (path: string, message: string): Result<never, readonly Problem[]> => failure([problem(path, message)]);

/** An object in curly brackets. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a JSON text, or where it stops being JSON. */
export function parseJson(text: string): Result<unknown, readonly Problem[]> {
  try {
    return success(JSON.parse(text));
  } catch (error) {
    if (text.trim() === '') return refuse('', 'This file is empty.');
    const position = faultAt(text, error instanceof Error ? error.message : '');
    if (position === undefined) return refuse('', 'This file is not valid JSON. Compare it with another copy.');
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    if (before.trimEnd() === text.trimEnd()) return refuse('', `This file ends too early, at line ${line}. It was probably cut off; get a complete copy.`);
    return refuse('', `This file is not valid JSON: line ${line}, column ${position - before.lastIndexOf('\n')} cannot be read.`);
  }
}

/** Where the text stops being JSON: what the engine says, else the first place that is no token. */
function faultAt(text: string, message: string): number | undefined {
  if (message.includes('end of JSON')) return text.length;
  const told = /position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  const token = /\s*(?:[{}[\],:]|"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b)\s*/y;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    if (!token.test(text)) return at;
  }
  return undefined;
}

/** What a schema objects to, as a sentence that begins with the path. Its messages continue the name of the field: "must be ...". */
export function issueProblem(path: readonly PropertyKey[], message: string): Problem {
  const place = path.map(String).join('.');
  return problem(place, place === '' ? `The file ${message}.` : `${place} ${message}.`);
}
