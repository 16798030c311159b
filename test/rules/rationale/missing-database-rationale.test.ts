import { missingDatabaseRationale } from '#rules/rationale/missing-database-rationale.ts';
import { testRule } from '../../support/test-rule.ts';

const database = (values: string, more = ''): string => `service api\ncore-database db "Orders" { ${values} }\napi -> db\n${more}`;

testRule(missingDatabaseRationale, {
  fires: [
    { when: 'nothing is said', sketch: database('technology: PostgreSQL'), severity: 'suggestion', message: 'Say why Orders is a PostgreSQL database: property → benefit.', fixes: ['Insert a sentence to complete'] },
    { when: 'only the category is known', sketch: database('databaseKind: nosql'), message: /is a NoSQL database/ },
    { when: 'the reason is white space', sketch: database('rationale: "   "') },
    { when: 'the template is unedited', sketch: database('rationale: "Postgres because its ___ lets us ___"'), fixes: [] },
    { when: 'a note that is no decision is attached', sketch: database('', 'note n "Postgres: ACID." { noteType: note, attachedTo: [db] }') },
  ],
  silent: [
    { when: 'a reason is given', sketch: database('rationale: "Its transactions keep seats from being sold twice."') },
    { when: 'a decision is attached', sketch: database('', 'note n "Postgres: ACID." { noteType: decision, attachedTo: [db] }') },
    { when: "it is somebody else's", sketch: database('inScope: false') },
    { when: 'it is not connected', sketch: 'core-database db' },
  ],
});
