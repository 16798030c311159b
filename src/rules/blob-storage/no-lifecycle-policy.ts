import { quantity } from '#catalog/wording.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { unstated } from '../unstated.ts';

/** A bucket grows fast, and nothing happens to old objects. */
export const noLifecyclePolicy = componentRule({
  id: 'blob-storage/no-lifecycle-policy',
  kinds: ['blob-storage'],
  severity: 'suggestion',
  category: 'operability',
  reach: 'record',
  messages: { grows: { text: '{name} grows by {perYear} a year: what happens to old objects?' } },
  docs: {
    what: 'A bucket grows by many terabytes a year, and no lifecycle is stated.',
    why: 'Storage is paid for every month, so the bill grows for ever.',
    fix: 'Move old objects to a cheaper class, or let them expire.',
    silentWhen: ['The growth is not known, or small.', 'A lifecycle is stated.'],
    sources: ['AWS, managing the lifecycle of objects.'],
    question: 'How fast does this bucket grow, and what happens to old objects?',
  },
  options: { minBytesPerYear: { default: 10e12, help: 'Growth in bytes per year from which a lifecycle is worth a question.' } },
  examples: {
    bad: 'service api\nblob-storage files { lifecyclePolicy: none, averageObjectBytes: 2000000, objectsPerDay: 70000 }\napi -> files',
    good: 'service api\nblob-storage files { lifecyclePolicy: tier-down, averageObjectBytes: 2000000, objectsPerDay: 70000 }\napi -> files',
  },
  check({ id, name, properties: { lifecyclePolicy, averageObjectBytes, objectsPerDay } }, { option }) {
    if (lifecyclePolicy !== undefined && lifecyclePolicy !== 'none') return pass;
    if (averageObjectBytes === undefined || objectsPerDay === undefined) return notStated(id, ...unstated({ averageObjectBytes, objectsPerDay }));
    const perYear = averageObjectBytes * objectsPerDay * 365;
    if (perYear < option('minBytesPerYear')) return pass;
    return fail('grows', {
      data: { name, perYear: quantity(perYear, 'bytes') },
      witness: [id],
      evidence: [
        { record: id, property: 'averageObjectBytes', value: averageObjectBytes },
        { record: id, property: 'objectsPerDay', value: objectsPerDay },
      ],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Move old objects to a cheaper class', 'suggest', primary, { lifecyclePolicy: 'tier-down' })],
});
