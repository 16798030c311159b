import { expect, test } from 'vitest';
import { coreDatabase } from '#catalog/kinds/core-database.ts';
import { applyPreset } from '#diagram/commands/apply-preset.ts';
import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { productDesignDefault } from '#rules/rationale/product-design-default.ts';
import { validate } from '#rules/validate.ts';
import { freshIds, testRule } from '../../support/test-rule.ts';

const product = (values: string, more = '', type = 'product'): string => `settings { interviewType: ${type} }\nservice api\ncore-database db "Orders" { ${values} }\napi -> db\n${more}`;
const second = (values: string): string => `core-database other "Carts" { ${values} }\napi -> other`;

testRule(productDesignDefault, {
  fires: [
    { when: 'a NoSQL database has no reason', sketch: product('databaseKind: nosql'), primary: 'db', severity: 'suggestion', message: 'In a product design interview a relational database is the usual default; name the property that makes Orders the better choice.', fixes: ['Change to relational'] },
    { when: 'the reason names no property', sketch: product('databaseKind: nosql, technology: MongoDB, dataModel: document, rationale: "It is modern."') },
    { when: 'each of two has none', sketch: product('databaseKind: nosql', second('databaseKind: nosql')), primary: 'other', message: /makes Carts the better choice/ },
    { when: 'only a database of others is relational', sketch: product('databaseKind: nosql', second('databaseKind: relational, inScope: false')), primary: 'db' },
    { when: 'only an unconnected one is relational', sketch: product('databaseKind: nosql', 'core-database idle { databaseKind: relational }'), primary: 'db' },
  ],
  silent: [
    { when: 'it is relational', sketch: product('databaseKind: relational') },
    { when: 'one of two is relational', sketch: product('databaseKind: nosql', second('databaseKind: relational')) },
    { when: 'the reason names a property', sketch: product('databaseKind: nosql, rationale: "Documents that change together are stored together."') },
    { when: 'a decision names a property', sketch: product('databaseKind: nosql', 'note n "Key-value access only." { noteType: decision, attachedTo: [db] }') },
    { when: 'the reason of the other one names a property', sketch: product('databaseKind: nosql', second('databaseKind: nosql, rationale: "TTL."')) },
    { when: 'infrastructure is designed', sketch: product('databaseKind: nosql', '', 'infrastructure') },
    { when: 'nobody says what is designed', sketch: 'service api\ncore-database db { databaseKind: nosql }\napi -> db' },
    { when: "it is somebody else's", sketch: product('databaseKind: nosql, inScope: false') },
  ],
  notStated: [
    { when: 'its kind is open', sketch: product(''), fields: ['databaseKind'] },
    { when: 'its kind is open, and the reason names a property', sketch: product('rationale: "ACID."'), fields: [] },
    { when: 'its kind is open beside a relational one', sketch: product('', second('databaseKind: relational')), fields: [] },
  ],
});

test('a product that is no longer meant goes with its preset', () => {
  const preset = coreDatabase.presets.find(({ id }) => id === 'cassandra');
  const drawn = sketch(product('databaseKind: nosql, backup: snapshot'));
  const filled = preset && applyPreset(drawn, { ids: ['db'], preset });
  const diagram = filled ? applyDiff(drawn, filled.diff) : drawn;
  expect(diagram.components.get('db')?.properties).toMatchObject({ technology: 'Apache Cassandra', partitioning: 'consistent-hashing' });
  const finding = validate(diagram).findings.find(({ rule }) => rule === productDesignDefault.id);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  expect(step && applyDiff(diagram, step.diff).components.get('db')?.properties).toEqual({ databaseKind: 'relational', dataModel: 'relational', backup: 'snapshot' });
});
