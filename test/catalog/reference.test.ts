import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { propertiesSchema } from '#catalog/schema.ts';

interface RecordInFile {
  readonly kind?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}
type TableInFile = Readonly<Record<string, RecordInFile>>;

/** What a bag of values holds that the table does not know or refuses. */
function strange(table: Readonly<Record<string, Property>> | undefined, values: Readonly<Record<string, unknown>> = {}): string[] {
  const unknown = Object.keys(values).filter((name) => !table || !Object.hasOwn(table, name));
  const refused = propertiesSchema(table ?? {}).safeParse(values).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  return [...unknown, ...refused];
}

const all = (records: TableInFile | undefined, table: (record: RecordInFile) => Readonly<Record<string, Property>> | undefined): string[] =>
  Object.entries(records ?? {}).flatMap(([id, record]) => strange(table(record), record.properties).map((what) => `${id}: ${what}`));

describe('every reference design uses the catalog to the letter', () => {
  const files = fs.readdirSync('test/fixtures/reference');

  test('there are eighteen', () => {
    expect(files).toHaveLength(18);
  });

  test.each(files)('%s', (name) => {
    const file = JSON.parse(fs.readFileSync(`test/fixtures/reference/${name}`, 'utf8')) as Readonly<Record<string, TableInFile | undefined>>;
    const { name: _settingsName, ...settings } = { name: '', ...(file['settings'] as Readonly<Record<string, unknown>> | undefined) };
    expect(all(file['components'], ({ kind = '' }) => kindOf(kind)?.properties)).toEqual([]);
    // One arrow of the crawler carries its label among its properties, where it is kept but not known.
    expect(all(file['connections'], () => connectionProperties)).toEqual(name.startsWith('web-crawler') ? ['c2: label'] : []);
    expect(all(file['boundaries'], () => boundaryProperties)).toEqual([]);
    expect(all(file['notes'], () => noteProperties)).toEqual([]);
    expect(strange(settingsProperties, settings)).toEqual([]);
    for (const [id, entity] of Object.entries(file['entities'] ?? {})) {
      const { name: _name, ...fields } = entity as Readonly<Record<string, unknown>>;
      expect(strange(entityProperties, fields), id).toEqual([]);
    }
  });
});
