import { sqlVsNosqlComparison } from '#rules/rationale/sql-vs-nosql-comparison.ts';
import { testRule } from '../../support/test-rule.ts';

const because = (rationale: string, values = ''): string => `service api\ncore-database db { rationale: ${JSON.stringify(rationale)}, ${values} }\napi -> db`;

testRule(sqlVsNosqlComparison, {
  fires: [
    { when: 'categories are compared', sketch: because('NoSQL scales better than SQL.'), severity: 'warning', message: /which property of this database helps/ },
    { when: 'the product is named', sketch: because('Relational vs NoSQL: relational.', 'technology: PostgreSQL'), message: /which property of PostgreSQL helps/ },
    { when: 'SQL is said not to scale', sketch: because('SQL does not scale.') },
    { when: 'relational databases are said not to scale', sketch: because("Relational databases just don't really scale.") },
    { when: 'NoSQL is said to lack joins', sketch: because('NoSQL has no joins.') },
    { when: 'NoSQL is said to lack consistency', sketch: because('NoSQL cannot give us consistency.'.replace(' give us', '')) },
    { when: 'a decision note says it', sketch: 'service api\ncore-database db\napi -> db\nnote n "SQL rather than NoSQL." { noteType: decision, attachedTo: [db] }' },
    { when: 'a second sentence says it', sketch: because('Postgres keeps orders safe. Unlike NoSQL, SQL is mature.') },
  ],
  silent: [
    { when: 'a property is argued', sketch: because('Postgres: ACID transactions keep orders and stock consistent.') },
    { when: 'the categories stand in brackets', sketch: because('Postgres (SQL) rather than DynamoDB (NoSQL): ACID transactions span our tables.') },
    { when: 'it speaks of what the system needs', sketch: because('NoSQL fits, because we need no joins.') },
    { when: 'each gets a part, without comparing', sketch: because('SQL for orders, NoSQL for sessions.') },
    { when: 'the sentences are apart', sketch: because('SQL for orders. NoSQL for sessions. Better safe.') },
    { when: 'the template is unedited', sketch: because('SQL is better than NoSQL because its ___ lets us ___') },
    { when: 'it is somebody else\'s', sketch: because('SQL does not scale.', 'inScope: false') },
    { when: 'nothing is said', sketch: because('') },
  ],
});
