import { expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { infrastructureDesignDefault } from '#rules/rationale/infrastructure-design-default.ts';
import { validate } from '#rules/validate.ts';
import { freshIds, testRule } from '../../support/test-rule.ts';

const infrastructure = (values: string, more = '', type = 'infrastructure'): string => `settings { interviewType: ${type} }\nservice api\ncore-database db "Jobs" { ${values} }\napi -> db\n${more}`;
const second = (values: string): string => `core-database other "Runs" { ${values} }\napi -> other`;

testRule(infrastructureDesignDefault, {
  fires: [
    { when: 'a relational database has no reason', sketch: infrastructure('databaseKind: relational, technology: MySQL'), primary: 'db', severity: 'suggestion', message: 'In an infrastructure design interview a NoSQL store is the usual default; name the property that makes Jobs the better choice.', fixes: ['Change to NoSQL'] },
    { when: 'the reason names no property', sketch: infrastructure('databaseKind: relational, rationale: "We know it."') },
    { when: 'each of two has none', sketch: infrastructure('databaseKind: relational', second('databaseKind: relational')), primary: 'other' },
  ],
  silent: [
    { when: 'it is NoSQL', sketch: infrastructure('databaseKind: nosql') },
    { when: 'one of two is NoSQL', sketch: infrastructure('databaseKind: relational', second('databaseKind: nosql')) },
    { when: 'the reason names a property', sketch: infrastructure('databaseKind: relational, rationale: "Runs are claimed in one transaction."') },
    { when: 'a product is designed', sketch: infrastructure('databaseKind: relational', '', 'product') },
    { when: 'nobody says what is designed', sketch: 'service api\ncore-database db { databaseKind: relational }\napi -> db' },
  ],
  notStated: [
    { when: 'the kind of the other one is open', sketch: infrastructure('databaseKind: relational', second('inScope: true')), fields: ['databaseKind', 'databaseKind'] },
    { when: 'its kind is open beside a NoSQL store', sketch: infrastructure('', second('databaseKind: nosql')), fields: [] },
  ],
});

test('what only a relational database is goes', () => {
  const drawn = (values: string): ReturnType<typeof sketch> => sketch(infrastructure(`databaseKind: relational, ${values}`));
  const after = (values: string): object | undefined => {
    const finding = validate(drawn(values)).findings.find(({ rule }) => rule === infrastructureDesignDefault.id);
    const step = finding && fixesOf(finding, drawn(values))[0]?.apply(drawn(values), freshIds());
    return step ? applyDiff(drawn(values), step.diff).components.get('db')?.properties : undefined;
  };
  expect(after('technology: postgres, dataModel: relational, replicas: 2')).toEqual({ databaseKind: 'nosql', replicas: 2 });
  expect(after('technology: "House store", dataModel: key-value')).toEqual({ databaseKind: 'nosql', technology: 'House store', dataModel: 'key-value' });
});
