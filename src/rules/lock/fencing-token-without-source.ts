import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { asEtcd, protectedWrites, wayToWrite } from './lock-terms.ts';

/** A fencing token that nobody counts up, or that nobody checks. */
export const fencingTokenWithoutSource = componentRule({
  id: 'lock/fencing-token-without-source',
  kinds: ['distributed-lock'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    nowhere: { text: '{mechanism} produces no growing number; where does the fencing token come from?' },
    unchecked: { text: '{store} does not check the token of {name}.' },
    undeclared: { severity: 'suggestion', text: 'Does {store} check the token of {name}? The diagram does not say.' },
  },
  docs: {
    what: 'The lock declares a fencing token, but its mechanism hands out none, or no write is refused for an old one.',
    why: 'A token protects by being compared: it must grow with every holder, and the store must turn smaller ones away.',
    fix: 'Take the number from etcd, ZooKeeper or a sequence of the database, and check it on every write.',
    silentWhen: ['The lock is only there for efficiency.', 'The source of the token is named, and a write is conditional.'],
    sources: ['martin.kleppmann.com, How to do distributed locking.'],
    question: 'Who counts the token up, and who refuses an old one?',
  },
  examples: {
    bad: 'service booking\ndistributed-lock seat { mechanism: redlock, independentInstances: 5, ttlMs: 30000, fencingToken: true }\ncore-database db\nbooking -> seat\nbooking -> db { access: write, conditionalWrite: true }',
    good: 'service booking\ndistributed-lock seat { mechanism: zookeeper, independentInstances: 5, ttlMs: 30000, fencingToken: true, fencingTokenSource: zxid }\ncore-database db\nbooking -> seat\nbooking -> db { access: write, conditionalWrite: true }',
  },
  check(component, { graph }) {
    const { id, name, properties } = component;
    const { fencingToken, fencingTokenSource, mechanism, purpose } = properties;
    if (fencingToken !== true) return undefined;
    if (purpose === 'efficiency') return pass;
    const written = protectedWrites(graph, component);
    const denying = written.find(({ connection }) => connection.properties.conditionalWrite === false);
    const worst = denying ?? written[0];
    const details = {
      related: written.map((edge) => ({ id: edge.id, role: 'write' })),
      witness: worst ? wayToWrite(graph, component, worst) : [id],
      evidence: statedEvidence(id, { fencingToken, mechanism, fencingTokenSource }),
    };
    const hasSource = (fencingTokenSource ?? '').trim() !== '';
    if (!hasSource && (mechanism === 'redlock' || mechanism === 'single-redis')) {
      return fail('nowhere', { ...details, data: { mechanism: mechanism === 'redlock' ? 'Redlock' : 'A single Redis' } });
    }
    if (worst && !written.some(({ connection }) => connection.properties.conditionalWrite === true)) {
      return fail(denying ? 'unchecked' : 'undeclared', { ...details, data: { store: worst.to.name, name } });
    }
    return mechanism === undefined && !hasSource ? notStated(id, 'mechanism') : pass;
  },
  fixes: ({ primary, related, messageId }, { diagram }): readonly Fix[] => {
    const lock = diagram.components.get(primary);
    const check = (now: typeof diagram): typeof diagram => related.reduce((next, { id }) => set(next, id, { conditionalWrite: true }), now);
    if (!lock || messageId !== 'nowhere') return [fix('Let the writes check the token', 'suggest', check)];
    const title = related.length > 0 ? 'Change it to etcd, and let the writes check its revision' : 'Change it to etcd';
    return [fix(title, 'suggest', (now) => check(set(now, primary, { ...asEtcd(lock), fencingTokenSource: 'etcd revision' })))];
  },
});
