import { isRequest, writes } from '#graph/access.ts';
import { listed } from '../message.ts';
import { componentRule, fail, pass } from '../rule.ts';

/** Services of several teams write one database. */
export const sharedWriteOwnership = componentRule({
  id: 'database/shared-write-ownership',
  kinds: ['core-database'],
  severity: 'suggestion',
  category: 'operability',
  reach: 'neighbours',
  messages: { shared: { text: '{services} from different contexts write {name}: who owns its schema and its rules?' } },
  docs: {
    what: 'Services of different bounded contexts change the same database.',
    why: 'Shared tables tie teams to each other, and each of them goes past the rules of the others.',
    fix: 'Give the database one owner; the others use its API or its events.',
    silentWhen: ['The writers are of one context, or do not state it.', 'Workers and jobs write beside one service.'],
    sources: ['microservices.io, database per service.'],
    question: 'Who may change the schema of this database?',
  },
  examples: {
    bad: 'service billing { boundedContext: Billing }\nservice shipping { boundedContext: Shipping }\ncore-database orders\nbilling -> orders { access: write }\nshipping -> orders { access: write }',
    good: 'service billing { boundedContext: Billing }\nservice shipping { boundedContext: Shipping }\ncore-database orders\nbilling -> orders { access: write }\nshipping -> orders { access: read }',
  },
  check({ id, name }, { graph }) {
    const writing = graph.into(id).filter((edge) => isRequest(edge) && writes(edge) === true && edge.from.kind === 'service');
    const contextOf = (edge: (typeof writing)[number]): string => (edge.from.properties.boundedContext ?? '').trim().toLowerCase();
    const owned = writing.filter((edge) => contextOf(edge) !== '');
    if (new Set(owned.map(contextOf)).size < 2) return pass;
    const services = [...new Set(owned.map(({ from }) => from))];
    return fail('shared', {
      data: { name, services: listed(services.map((service) => service.name)) },
      related: services.map((service) => ({ id: service.id, role: 'writer' })),
      witness: [...owned.flatMap((edge) => [edge.from.id, edge.id]), id],
      evidence: services.map((service) => ({ record: service.id, property: 'boundedContext', value: service.properties.boundedContext })),
    });
  },
});
