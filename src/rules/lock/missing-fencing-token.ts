import { fix, set, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { acquiringEdges, bareWrites, isForCorrectness, isSessionLock, wayToWrite } from './lock-terms.ts';

/** A holder that has lost its lock may still write. */
export const missingFencingToken = componentRule({
  id: 'lock/missing-fencing-token',
  kinds: ['distributed-lock'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    unfenced: { text: '{holder} may still write to {store} after losing {name} (pause); carry a fencing token or make the write conditional.' },
    undeclared: { severity: 'suggestion', text: 'The diagram does not say what stops a late {holder} from writing to {store} after losing {name}.' },
  },
  docs: {
    what: 'Writes under the lock are not checked by what they are written to.',
    why: 'Expiry means that two holders can both believe they hold it. Only the resource can turn the late one away.',
    fix: 'Carry a fencing token that the store checks, or write with compare-and-set or a unique constraint.',
    silentWhen: ['The lock is only there for efficiency.', 'A fencing token is declared.', 'Every protected write is conditional, or commits together with the lock.'],
    sources: ['martin.kleppmann.com, How to do distributed locking.', 'redis.io, distributed locks.', 'antirez.com/news/101.'],
    question: 'What happens when a paused holder wakes up and writes?',
  },
  examples: {
    bad: 'service booking\ndistributed-lock seat { purpose: correctness, mechanism: single-redis }\ncore-database db\nbooking -> seat\nbooking -> db { access: write }',
    good: 'service booking\ndistributed-lock seat { purpose: correctness, mechanism: etcd, fencingToken: true }\ncore-database db\nbooking -> seat\nbooking -> db { access: write, conditionalWrite: true }',
  },
  check(component, { graph }) {
    const { purpose, fencingToken } = component.properties;
    if (acquiringEdges(graph, component).length === 0) return undefined;
    if (purpose === 'efficiency' || fencingToken === true) return pass;
    const bare = bareWrites(graph, component);
    const [first] = bare;
    if (!first) return pass;
    const isCertain = isForCorrectness(graph, component) || fencingToken === false || bare.some(({ connection }) => connection.properties.conditionalWrite === false);
    return fail(isCertain ? 'unfenced' : 'undeclared', {
      data: { holder: first.from.name, store: first.to.name, name: component.name },
      related: [...new Set(bare.map(({ from }) => from.id))].map((id) => ({ id, role: 'holder' })).concat(bare.map(({ id }) => ({ id, role: 'write' }))),
      witness: wayToWrite(graph, component, first),
    });
  },
  fixes: ({ primary, related }, { diagram }): readonly Fix[] => {
    const lock = diagram.components.get(primary);
    const written = related.filter(({ role }) => role === 'write').map(({ id }) => id);
    const conditional = fix('Make the writes conditional', 'suggest', (now) => written.reduce((next, id) => set(next, id, { conditionalWrite: true }), now));
    const efficiency = setFix('It is only for efficiency', 'suggest', primary, { purpose: 'efficiency' });
    if (!lock || !isSessionLock(lock)) return [conditional, efficiency];
    const fenced = fix('Carry a fencing token', 'suggest', (now) => written.reduce((next, id) => set(next, id, { conditionalWrite: true }), set(now, primary, { fencingToken: true })));
    return [fenced, conditional, efficiency];
  },
});
