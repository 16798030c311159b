import { failure, type Result, success } from '#base/result.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { propertySchema } from '#catalog/schema.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { currentVersion, migrate } from '#diagram/migrations/migrations.ts';
import { invariantProblems, structureProblem } from './invariants.ts';
import { isObject, issueProblem, parseJson, refuse } from './parse.ts';
import type { Problem } from './problem.ts';
import { toDiagram } from './records.ts';
import { fileSchema } from './schema.ts';

const largest = 20_000_000;

/** Compiling a schema takes longer than a few files. */
const once = { jitless: true } as const;

/**
 * The diagram of a `.caveat.json` text, or why it cannot be read: JSON, envelope, migrations, schema, invariants.
 * Unknown kinds, properties and fields are kept as they are.
 */
export function readDiagram(text: string): Result<Diagram, readonly Problem[]> {
  if (text.length > largest) return refuse('', 'This file is larger than 20 MB. Caveat diagrams are far smaller, so this is probably another file.');
  const json = parseJson(text);
  if (!json.ok) return json;
  const file = json.value;
  if (!isObject(file)) return refuse('', 'This file holds no diagram: it should be one object in curly brackets.');
  const envelope = checkEnvelope(file);
  if (!envelope.ok) return envelope;
  const structure = structureProblem(file);
  if (structure) return failure([structure]);
  const parsed = fileSchema.safeParse(migrate(file, envelope.value), once);
  if (!parsed.success) return failure(parsed.error.issues.map(({ path, message }) => issueProblem(path, message)));
  const content = { ...parsed.data, ...(parsed.data.components ? { components: withOptionsAsText(parsed.data.components) } : {}) };
  const problems = [...propertyProblems(content.components ?? {}), ...invariantProblems(content)];
  return problems.length > 0 ? failure(problems) : success(toDiagram(content));
}

function checkEnvelope(file: Readonly<Record<string, unknown>>): Result<number, readonly Problem[]> {
  if (file['format'] !== 'caveat-diagram') {
    return refuse('format', 'This is not a Caveat diagram: format should be "caveat-diagram".');
  }
  const version = file['version'] ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) return refuse('version', 'version must be a whole number.');
  if (version > currentVersion) {
    return refuse('version', `This diagram was saved by a newer Caveat (version ${version}; this one reads up to ${currentVersion}). Update Caveat to open it.`);
  }
  return success(version);
}

/** Only what is stated is looked at: a file states little of what its kinds know. */
type Components = NonNullable<Parameters<typeof toDiagram>[0]['components']>;

function propertyOf(kind: string, name: string): Property | undefined {
  const table: Readonly<Record<string, Property>> = kindOf(kind)?.properties ?? {};
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Options that are digits, as in `producerAcks: 1`, are understood without quotes too. */
function withOptionsAsText(components: Components): Components {
  const read = (kind: string, name: string, value: unknown): unknown => (typeof value === 'number' && propertyOf(kind, name)?.type === 'enum' ? String(value) : value);
  const entries = Object.entries(components).map(([id, component]): [string, Components[string]] => {
    const { kind, properties } = component;
    const isMeant = properties && Object.entries(properties).some(([name, value]) => read(kind, name, value) !== value);
    return [id, isMeant ? { ...component, properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, read(kind, name, value)])) } : component];
  });
  return Object.fromEntries(entries);
}

function propertyProblems(components: Components): Problem[] {
  return Object.entries(components).flatMap(([id, { kind, properties = {} }]) => {
    return Object.entries(properties).flatMap(([name, value]) => {
      const property = propertyOf(kind, name);
      const checked = property && propertySchema(property).safeParse(value, once);
      return checked?.success === false ? checked.error.issues.map(({ path, message }) => issueProblem(['components', id, 'properties', name, ...path], message)) : [];
    });
  });
}
