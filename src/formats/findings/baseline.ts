import { z } from 'zod';
import { failure, type Result, success } from '#base/result.ts';

/** Keys of findings by file. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

const schema = z.looseObject({
  version: z.literal(1),
  files: z.array(z.looseObject({ file: z.string(), findings: z.array(z.looseObject({ key: z.string() })) })),
});

/** The findings of an earlier run, from the JSON that `writeFindingsJson` writes; else why it is none, as the end of a sentence. */
export function readBaseline(text: string): Result<Baseline, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failure('is not valid JSON. Write it with "caveat check --format json"');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.');
    return failure(`is not a report of "caveat check --format json"${place ? `: ${place} is not as expected` : ''}`);
  }
  return success(new Map(parsed.data.files.map(({ file, findings }) => [samePath(file), new Set(findings.map(({ key }) => key))])));
}

/** The keys that a baseline holds for a file; `./a.json` and `a.json` are the same. */
export const knownIn = (baseline: Baseline, file: string): ReadonlySet<string> => baseline.get(samePath(file)) ?? new Set();

const samePath = (file: string): string => file.replaceAll('\\', '/').replace(/^(\.\/+)+/, '');
