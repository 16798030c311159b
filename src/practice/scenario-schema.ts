import { z } from 'zod';
import { entityProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { propertySchema } from '#catalog/schema.ts';
import { factSchema } from './facts.ts';
import { phaseIds, type Scenario, topics } from './scenario.ts';
import { scenarioComplaints } from './scenario-invariants.ts';

const text = z.string('must be text in quotes');
const filled = text.trim().min(1, 'must not be empty');
const id = filled.regex(/^[\w-]+$/, 'must be letters, digits and hyphens');
const list = <S extends z.ZodType>(item: S): z.ZodReadonly<z.ZodArray<S>> => z.array(item, 'must be a list').readonly();
const topic = z.enum(topics, `must be one of ${topics.join(', ')}`);
const table = <Names extends string>(properties: Readonly<Record<Names, Parameters<typeof propertySchema>[0]>>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries<Parameters<typeof propertySchema>[0]>(properties).map(([name, property]) => [name, propertySchema(property)]));

const requirement = z.strictObject({ id, text: filled });
const entity = z.strictObject({ id, name: filled, alsoCalled: list(filled).optional(), about: text.default(''), ...table(entityProperties) });
const check = z.strictObject({ id, title: filled, mandatory: z.boolean('must be true or false'), fact: factSchema, topics: list(topic).optional() });
const curveball = z.strictObject({
  id,
  title: filled,
  says: filled,
  load: z.strictObject({ access: z.enum(['read', 'write'], 'must be read or write'), times: z.number('must be a number').positive('must be above 0') }).optional(),
  checks: list(check.omit({ mandatory: true })),
  debrief: text.default(''),
  answer: text.optional(),
});
const design = z.strictObject({ id, title: filled, about: text.default(''), from: id.optional(), text });

/** A user's own scenario as its file holds it. What only proves the scenarios that Caveat brings may be absent. */
export const scenarioSchema: z.ZodType<Scenario> = z
  .strictObject(
    {
      id,
      title: filled,
      knownFrom: text.default(''),
      type: z.enum(['product', 'infrastructure'], 'must be product or infrastructure'),
      difficulty: z.enum(['easy', 'medium', 'hard'], 'must be easy, medium or hard').default('medium'),
      topics: list(topic).default([]),
      brief: filled,
      functional: list(requirement).default([]),
      nonFunctional: list(requirement).default([]),
      settings: z.strictObject(table(settingsProperties)).default({}),
      entities: list(entity).default([]),
      phases: z.partialRecord(z.enum(phaseIds, `must be one of ${phaseIds.join(', ')}`), list(filled)).default({}),
      checks: list(check).refine((checks) => checks.length > 0, 'must hold one check at least'),
      hints: list(filled).default([]),
      mistakes: list(z.strictObject({ text: filled, when: factSchema.optional(), shown: text.optional() })).default([]),
      curveballs: list(curveball).default([]),
      pitch: text.default(''),
      designs: list(design).default([]),
      mutants: list(z.strictObject({ what: filled, on: list(id).optional(), text, fails: list(text), leavesOpen: list(text).optional() })).default([]),
    },
    { error: ({ code }) => (code === 'unrecognized_keys' ? undefined : 'must be one object in curly brackets') },
  )
  .superRefine((scenario, context) => {
    for (const { path, message } of scenarioComplaints(scenario)) context.addIssue({ code: 'custom', path: [...path], message });
  });
