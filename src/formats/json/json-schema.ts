import { z } from 'zod';
import { kinds } from '#catalog/kinds.ts';
import { propertiesSchema } from '#catalog/schema.ts';
import { fileSchema } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** The file format as JSON Schema (2020-12), for editors and other programs. Unknown kinds and names are allowed, as the reader allows them. */
export function jsonSchema(): Json {
  const { $schema, ...file } = published(fileSchema);
  const tables = file['properties'] as Readonly<Record<string, Json>>;
  const components = tables['components'] ?? {};
  const byKind = kinds.map((kind) => {
    const { $schema: _, ...properties } = published(propertiesSchema(kind.properties));
    return { if: { properties: { kind: { const: kind.id } } }, then: { properties: { properties } } };
  });
  return {
    $schema,
    $id: 'caveat-diagram.schema.json',
    title: 'Caveat diagram',
    description: 'A system-design diagram, version 1. What is absent is not stated.',
    ...file,
    properties: { ...tables, components: { ...components, additionalProperties: { ...(components['additionalProperties'] as Json), allOf: byKind } } },
  };
}

const published = (schema: z.ZodType): Json => Object.fromEntries(Object.entries(z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' })));
