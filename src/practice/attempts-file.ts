import { z } from 'zod';
import { failure, type Result, success } from '#base/result.ts';
import { type Attempt, attemptSchema } from './attempt.ts';

const fileSchema = z.object({ format: z.literal('caveat-attempts'), version: z.literal(1), attempts: z.array(attemptSchema) });

/** Attempts as the text of a file of their own. */
export const writeAttempts = (attempts: readonly Attempt[]): string => `${JSON.stringify({ format: 'caveat-attempts', version: 1, attempts }, null, 2)}\n`;

/** The attempts of such a file, or in a sentence why it cannot be read. */
export function readAttempts(text: string): Result<readonly Attempt[], string> {
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (parsed.success) return success(parsed.data.attempts);
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return failure(path === '' || path === 'format' ? 'This file holds no practice attempts.' : `${path} is not as this version of Caveat writes it.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
