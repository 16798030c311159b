import { z } from 'zod';
import { spotRunSchema } from './spot-the-flaw.ts';
import { whichOneRunSchema } from './which-one.ts';

/** A drill of the dialog under way, as it is kept. Repairs are kept by their diagrams. */
export const drillRunSchema = z.discriminatedUnion('drill', [
  spotRunSchema.extend({ drill: z.literal('spot') }),
  whichOneRunSchema.extend({ drill: z.literal('which') }),
]);
export type DrillRun = Readonly<z.infer<typeof drillRunSchema>>;
