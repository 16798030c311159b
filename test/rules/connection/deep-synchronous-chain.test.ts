import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { deepSynchronousChain } from '#rules/connection/deep-synchronous-chain.ts';
import { validate } from '#rules/validate.ts';
import { testRule } from '../../support/test-rule.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `s${index + 1}`);
/** A client and so many services in a row. */
const row = (count: number, values = '', service = ''): string =>
  ['client web "Web"', ...ids(count).map((id) => `service ${id} "${id.toUpperCase()}" { ${service} }`), `web -> ${ids(count).join(' -> ')} { ${values} }`].join('\n');
const measured = 'latencyP50Ms: 10, latencyP99Ms: 20';

testRule(deepSynchronousChain, {
  fires: [
    { when: 'seven in a row', sketch: row(7), primary: 'web', severity: 'suggestion', message: '7 synchronous hops: S1 → S2 → S3 → … → S7.', related: ['s1', 's7'], fixes: [] },
    { when: 'nine in a row', sketch: row(9), message: /^9 synchronous hops/ },
    { when: 'a proxy and a store count', sketch: `${row(5)}\nload-balancer lb\ncore-database db\ns5 -> lb -> db`, message: /^7 synchronous hops/ },
    { when: 'the longest of several ways counts', sketch: `${row(7)}\nweb -> s3\nweb -> s7`, message: /^7 synchronous hops/ },
    { when: 'a detour makes it long', sketch: `${row(6)}\nservice detour\ns1 -> detour -> s2`, message: /^7 synchronous hops/, related: ['detour'] },
    { when: 'a circle at the end counts once', sketch: `${row(7)}\nservice back\ns7 -> back -> s7`, message: /^7 synchronous hops/ },
    { when: 'the way leaves a circle elsewhere', sketch: `${row(7)}\ns2 -> s1\nservice s8 "S8"\ns7 -> s8`, message: /^7 synchronous hops: S1 → S3/ },
    { when: 'the estimate misses the target', sketch: `settings { latencyTargetP99Ms: 100 }\n${row(7, '', measured)}` },
    { when: 'the estimate is not known', sketch: `settings { latencyTargetP99Ms: 100000 }\n${row(7)}` },
    { when: 'there is no target', sketch: row(7, '', measured) },
    { when: 'less is allowed', sketch: `settings { lintConfig: { rules: { connection/deep-synchronous-chain: [suggestion, { maxHops: 2 }] } } }\n${row(3)}`, message: '3 synchronous hops: S1 → S2 → S3.' },
  ],
  silent: [
    { when: 'six in a row', sketch: row(6) },
    { when: 'the estimate meets the target', sketch: `settings { latencyTargetP99Ms: 500 }\n${row(7, '', measured)}` },
    { when: 'a queue cuts it', sketch: `${row(5)}\nqueue q\nworker w\ncore-database db\ns5 -> q -> w -> db` },
    { when: 'a step is not waited for', sketch: `${row(4)}\nservice t1\nservice t2\nservice t3\nservice t4\ns4 -> t1 { synchrony: async }\nt1 -> t2 -> t3 -> t4` },
    { when: 'locks, CDNs and systems of others are no hops', sketch: `${row(6)}\nexternal-system pay\ndistributed-lock lock\ncdn cdn\nclient app\ns6 -> pay\ns6 -> lock\napp -> cdn\ncdn -> s1` },
    { when: 'six and a circle of three', sketch: `${row(6)}\nservice x\nservice y\ns6 -> x -> y -> s6` },
    { when: 'no client starts it', sketch: row(9).replace('client web', 'scheduled-job web') },
    { when: 'the client calls nobody', sketch: 'client web\nqueue q\nweb -> q { interaction: publish }' },
  ],
});

test('each client has its own finding, and the way is shown', () => {
  const { findings } = validate(sketch(`${row(7)}\nclient app\napp -> s1`));
  const deep = findings.filter(({ rule }) => rule === deepSynchronousChain.id);
  expect(deep.map(({ primary }) => primary)).toEqual(['app', 'web']);
  expect(deep[1]?.witness).toEqual(['web', 'c1', 's1', 'c2', 's2', 'c3', 's3', 'c4', 's4', 'c5', 's5', 'c6', 's6', 'c7', 's7']);
});
