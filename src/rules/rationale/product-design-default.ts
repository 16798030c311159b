import { componentRule } from '../rule.ts';
import { changeFamily, unexplainedFamily } from './interview-default.ts';

/** A product on NoSQL databases only, without a reason. */
export const productDesignDefault = componentRule({
  id: 'rationale/product-design-default',
  kinds: ['core-database'],
  severity: 'suggestion',
  category: 'rationale',
  reach: 'diagram',
  acceptsRationale: 'A property of one of the databases: transactions, consistency, partitioning and the like.',
  messages: { unexplained: { text: 'In a product design interview a relational database is the usual default; name the property that makes {name} the better choice.' } },
  docs: {
    what: 'A product is designed, all its databases are NoSQL, and no reason names a property of one.',
    why: 'What a product stores is mostly related and changed in transactions. Another choice is fine once it is explained.',
    fix: 'Say which property decided, or start with a relational database.',
    silentWhen: ['One of the databases is relational.', 'The reason given for one of them names a property.', 'The diagram does not say what kind of interview it is for.'],
    sources: ['hellointerview.com, key technologies.'],
    question: 'Why not a relational database?',
    answer: '“Every view is one document that is read and written as a whole, so a document store saves the joins.” Or, where nothing decides: “I start with a relational database, and move out what outgrows it.”',
  },
  examples: {
    bad: 'settings { interviewType: product }\nservice api\ncore-database db { databaseKind: nosql, technology: MongoDB }\napi -> db',
    good: 'settings { interviewType: product }\nservice api\ncore-database db { databaseKind: relational, technology: PostgreSQL }\napi -> db',
  },
  check: (component, context) => (context.diagram.settings.interviewType === 'product' ? unexplainedFamily(component, context, 'nosql') : undefined),
  fixes: (finding, context) => changeFamily(finding, context, 'relational'),
});
