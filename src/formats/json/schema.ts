import { z } from 'zod';
import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { propertiesSchema } from '#catalog/schema.ts';

const text = z.string('must be text in quotes');
const id = text.min(1, 'must not be empty');
const coordinate = z.number('must be a number');
const point = z.looseObject({ x: coordinate, y: coordinate }, 'must be an object with x and y');
const length = z.number('must be a number').positive('must be above 0');
const size = z.looseObject({ width: length, height: length }, 'must be an object with width and height');
const side = z.enum(['top', 'right', 'bottom', 'left'], 'must be one of top, right, bottom, left');
const origins = z.record(z.string(), z.enum(['preset', 'fix'], 'must be preset or fix'), 'must be an object').optional();
const bag = z.record(z.string(), z.unknown(), 'must be an object');

const placed = { position: point.optional(), size: size.optional(), boundary: id.optional() };

/** One component, but for its properties, which its kind checks. */
export const componentSchema = z.looseObject({ kind: id, name: text.optional(), ...placed, properties: bag.optional(), origins }, 'must be an object');

export const connectionSchema = z.looseObject(
  {
    from: id,
    to: id,
    label: text.optional(),
    properties: propertiesSchema(connectionProperties).optional(),
    waypoints: z.array(point, 'must be a list of points').optional(),
    ports: z.looseObject({ from: side.optional(), to: side.optional() }, 'must be an object').optional(),
    origins,
  },
  'must be an object',
);

export const boundarySchema = z.looseObject(
  { name: text.optional(), ...placed, fitted: z.boolean('must be true or false').optional(), properties: propertiesSchema(boundaryProperties).optional() },
  'must be an object',
);

export const noteSchema = z.looseObject({ text: text.optional(), ...placed, properties: propertiesSchema(noteProperties).optional() }, 'must be an object');

const entityFields = propertiesSchema(entityProperties);

export const entitySchema = z.looseObject({ name: text.optional() }, 'must be an object').and(entityFields);

export const suppressionSchema = z.looseObject(
  {
    rule: id,
    on: id,
    reason: text.optional(),
    author: text.optional(),
    date: text.optional(),
    until: text.optional(),
    status: z.enum(['accepted', 'false-positive', 'in-progress'], 'must be one of accepted, false-positive, in-progress').optional(),
  },
  'must be an object',
);

const ruleSetting = z.enum(['off', 'suggestion', 'warning', 'error'], 'must be one of off, suggestion, warning, error');

/** `default`: the preset's severity, with other options. */
const severityBesideOptions = z.enum(['default', 'off', 'suggestion', 'warning', 'error'], 'must be one of default, off, suggestion, warning, error');

const lintConfig = z.looseObject(
  {
    preset: z.enum(['recommended', 'strict', 'interview-coach', 'off'], 'must be one of recommended, strict, interview-coach, off').optional(),
    rules: z.record(z.string(), z.union([ruleSetting, z.tuple([severityBesideOptions, bag])], 'must be a severity, or a list of a severity and options'), 'must be an object').optional(),
  },
  'must be an object',
);

export const settingsSchema = z.looseObject({ lintConfig: lintConfig.optional() }, 'must be an object').and(propertiesSchema(settingsProperties));

const practiceSchema = z.looseObject(
  {
    scenario: id,
    captured: z.array(id, 'must be a list').optional(),
    requirements: text.optional(),
    api: text.optional(),
    decisions: text.optional(),
    standsFor: z.record(z.string(), id, 'must be an object').optional(),
    named: z.array(z.looseObject({ rule: id, on: id.optional() }, 'must be an object'), 'must be a list').optional(),
  },
  'must be an object',
);

const table = <S extends z.ZodType>(record: S): z.ZodOptional<z.ZodRecord<z.ZodString, S>> => z.record(z.string(), record, 'must be an object with one record for each id').optional();

/** The file as a whole. Fields that nobody knows are kept. */
export const fileSchema = z.looseObject(
  {
    format: z.literal('caveat-diagram'),
    version: z.literal(1),
    title: text.optional(),
    settings: settingsSchema.optional(),
    practice: practiceSchema.optional(),
    entities: table(entitySchema),
    components: table(componentSchema),
    connections: table(connectionSchema),
    boundaries: table(boundarySchema),
    notes: table(noteSchema),
    suppressions: z.array(suppressionSchema, 'must be a list').optional(),
  },
  'must be an object',
);

export type FileContent = z.infer<typeof fileSchema>;
