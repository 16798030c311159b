import { noLifecyclePolicy } from '#rules/blob-storage/no-lifecycle-policy.ts';
import { testRule } from '../../support/test-rule.ts';

const bucket = (values: string): string => `service api\nblob-storage files "Files" { ${values} }\napi -> files`;
/** Two hundred million objects a day: 73 GB in a year for each byte of their size. */
const growth = (bytes: number, perDay = 200_000_000): string => `averageObjectBytes: ${bytes}, objectsPerDay: ${perDay}`;
const threshold = (bytes: number): string => `settings { lintConfig: { rules: { blob-storage/no-lifecycle-policy: [suggestion, { minBytesPerYear: ${bytes} }] } } }`;

testRule(noLifecyclePolicy, {
  fires: [
    { when: 'fifty terabytes a year, and none', sketch: bucket(`lifecyclePolicy: none, ${growth(700)}`), primary: 'files', severity: 'suggestion', message: /^Files grows by 46.48 TiB a year/, fixes: ['Move old objects to a cheaper class'] },
    { when: 'nothing is stated', sketch: bucket(growth(700)), severity: 'suggestion' },
    { when: 'growth is just above the threshold', sketch: bucket(growth(137)) },
    { when: 'growth is at the threshold', sketch: `${threshold(73_000_000_000)}\n${bucket(growth(1))}` },
  ],
  silent: [
    ...['expire', 'tier-down', 'tier-and-expire'].map((policy) => ({ when: `the lifecycle is ${policy}`, sketch: bucket(`lifecyclePolicy: ${policy}, ${growth(700)}`) })),
    { when: 'growth is just below the threshold', sketch: bucket(growth(136)) },
    { when: 'growth is a byte below the threshold', sketch: `${threshold(73_000_000_001)}\n${bucket(growth(1))}` },
    { when: 'the lifecycle is stated, and the growth is not', sketch: bucket('lifecyclePolicy: expire') },
    { when: "it is somebody else's", sketch: bucket(`inScope: false, ${growth(700)}`) },
  ],
  notStated: [
    { when: 'the growth is open', sketch: bucket('lifecyclePolicy: none'), fields: ['averageObjectBytes', 'objectsPerDay'] },
    { when: 'the size is open', sketch: bucket('objectsPerDay: 5000'), fields: ['averageObjectBytes'] },
    { when: 'the number is open', sketch: bucket('averageObjectBytes: 5000'), fields: ['objectsPerDay'] },
  ],
});
