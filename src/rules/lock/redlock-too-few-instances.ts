import { optionLabel } from '#catalog/wording.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isSessionLock } from './lock-terms.ts';

/** A lock that lives by majorities runs on too few servers. */
export const redlockTooFewInstances = componentRule({
  id: 'lock/redlock-too-few-instances',
  kinds: ['distributed-lock'],
  severity: 'error',
  category: 'availability',
  reach: 'record',
  messages: {
    few: { text: '{mechanism} on {servers} has no majority that survives a failure; use 5 independent servers.' },
    odd: { severity: 'suggestion', text: 'Why {count} servers for {name}? 5 survive two failures, an even number adds none.' },
    undeclared: { severity: 'suggestion', text: 'How many independent masters does {name} have? The diagram does not say.' },
  },
  docs: {
    what: 'Redlock or a consensus store runs on so few servers that losing one of them matters.',
    why: 'The majority of one or two servers is all of them: one failure stops the lock, or grants it twice. Replicas of one master do not count.',
    fix: 'Use five servers that fail independently.',
    silentWhen: ['A consensus store has three servers, or a larger odd number.', 'Redlock has five masters, or a larger odd number.'],
    sources: ['redis.io, distributed locks.'],
    question: 'How many of the lock servers may fail?',
  },
  examples: {
    bad: 'service booking\ndistributed-lock seat { mechanism: redlock, independentInstances: 1, ttlMs: 30000 }\nbooking -> seat',
    good: 'service booking\ndistributed-lock seat { mechanism: redlock, independentInstances: 5, ttlMs: 30000 }\nbooking -> seat',
  },
  check(component) {
    const { mechanism, independentInstances: count, purpose } = component.properties;
    const isSession = isSessionLock(component);
    if (count !== undefined && count >= 5 && count % 2 === 1) return pass;
    if (mechanism === undefined) return notStated(component.id, 'mechanism');
    if (mechanism !== 'redlock' && !isSession) return undefined;
    const evidence = statedEvidence(component.id, { mechanism, independentInstances: count });
    if (count === undefined) return isSession ? notStated(component.id, 'independentInstances') : fail('undeclared', { data: { name: component.name }, evidence });
    if (count >= 3) return isSession && count === 3 ? pass : fail('odd', { data: { name: component.name, count }, evidence });
    return fail('few', {
      severity: purpose === 'efficiency' ? 'suggestion' : isSession ? 'warning' : 'error',
      data: { mechanism: optionLabel(mechanism), servers: count === 1 ? '1 instance' : `${count} instances` },
      evidence,
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Use 5 independent servers', 'auto', primary, { independentInstances: 5 })],
});
