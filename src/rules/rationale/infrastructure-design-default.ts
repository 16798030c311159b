import { componentRule } from '../rule.ts';
import { changeFamily, unexplainedFamily } from './interview-default.ts';

/** Infrastructure on relational databases only, without a reason. */
export const infrastructureDesignDefault = componentRule({
  id: 'rationale/infrastructure-design-default',
  kinds: ['core-database'],
  severity: 'suggestion',
  category: 'rationale',
  reach: 'diagram',
  acceptsRationale: 'A property of one of the databases: transactions, consistency, partitioning and the like.',
  messages: { unexplained: { text: 'In an infrastructure design interview a NoSQL store is the usual default; name the property that makes {name} the better choice.' } },
  docs: {
    what: 'Infrastructure is designed, all its databases are relational, and no reason names a property of one.',
    why: 'What infrastructure stores is mostly large, found by key and only added to. Another choice is fine once it is explained.',
    fix: 'Say which property decided, or start with a NoSQL store.',
    silentWhen: ['One of the databases is NoSQL.', 'The reason given for one of them names a property.', 'The diagram does not say what kind of interview it is for.'],
    sources: ['hellointerview.com, key technologies.'],
    question: 'Why not a NoSQL store?',
    answer: '“We need transactions over several rows, and one machine carries the load for years, so I stay relational.” Or, where nothing decides: “It is found by key and only added to, so I start with a NoSQL store.”',
  },
  examples: {
    bad: 'settings { interviewType: infrastructure }\nservice api\ncore-database db { databaseKind: relational, technology: MySQL }\napi -> db',
    good: 'settings { interviewType: infrastructure }\nservice api\ncore-database db { databaseKind: nosql, technology: "Amazon DynamoDB" }\napi -> db',
  },
  check: (component, context) => (context.diagram.settings.interviewType === 'infrastructure' ? unexplainedFamily(component, context, 'relational') : undefined),
  fixes: (finding, context) => changeFamily(finding, context, 'nosql'),
});
