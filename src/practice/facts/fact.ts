import { z } from 'zod';
import type { Judgement } from '../judgement.ts';
import type { Judging } from './judging.ts';

/** Declares a word of the vocabulary: its name (`fact` in its arguments), what it asks, its arguments, and how it is judged. */
export const defineFact = <const Name extends string, Shape extends z.core.$ZodLooseShape>(
  name: Name,
  /** What it asks, in one line, for whoever writes a scenario. */
  help: string,
  shape: Shape,
  judge: (args: z.output<z.ZodObject<Shape & { fact: z.ZodLiteral<Name> }, z.core.$strict>>, judging: Judging) => Judgement,
) => {
  const schema = z.strictObject({ fact: z.literal(name), ...shape });
  return { name, help, schema, judge: (fact: unknown, judging: Judging): Judgement => judge(schema.parse(fact), judging) };
};

export const entity = z.string('must be the id of an entity');
export const count = z.int('must be a whole number').positive('must be above 0');
