import { deadlockRisk } from '#rules/lock/deadlock-risk.ts';
import { testRule } from '../../support/test-rule.ts';

const locks = (a: string, b = a): string => `distributed-lock source "Source lock" { ttlMs: 30000, ${a} }\ndistributed-lock target "Target lock" { ttlMs: 30000, ${b} }`;
const transfer = (a: string, b = a): string => `service transfer "Transfers"\n${locks(a, b)}\ntransfer -> source\ntransfer -> target`;
const ordered = 'deadlockPrevention: ordered-acquisition';
const timeout = 'deadlockPrevention: try-lock-timeout';
const two = (values: string, one: readonly [string, string], other: readonly [string, string], otherValues = values): string =>
  `service a "Transfers"\nworker b "Refunds"\n${locks(values, otherValues)}\na -> source "${one[0]}"\na -> target "${one[1]}"\nb -> source "${other[0]}"\nb -> target "${other[1]}"`;
const three = (values: string): string =>
  `service a\nservice b\nservice c\ndistributed-lock x { ${values} }\ndistributed-lock y { ${values} }\ndistributed-lock z { ${values} }\na -> x "1"\na -> y "2"\nb -> y "1"\nb -> z "2"\nc -> z "1"\nc -> x "2"`;

testRule(deadlockRisk, {
  fires: [
    { when: 'nothing prevents it', sketch: transfer('deadlockPrevention: none'), primary: 'transfer', severity: 'warning', message: 'Transfers holds Source lock and Target lock together without a fixed order.', related: ['source', 'target'], fixes: ['Take them in one fixed order'] },
    { when: 'one lock prevents nothing', sketch: transfer(ordered, 'deadlockPrevention: none'), severity: 'warning' },
    { when: 'none counts more than open', sketch: transfer('', 'deadlockPrevention: none'), severity: 'warning' },
    { when: 'only the expiry ends it', sketch: transfer('deadlockPrevention: ttl-only'), severity: 'suggestion', message: 'Transfers takes Source lock and Target lock: what excludes a circular wait?' },
    { when: 'one lock says nothing', sketch: transfer(ordered, ''), severity: 'suggestion', fixes: ['Take them in one fixed order'] },
    { when: 'two holders number them differently', sketch: two(ordered, ['1', '2'], ['2', '1']), primary: 'a', severity: 'error', message: 'Transfers and Refunds take Source lock and Target lock in opposite orders.', related: ['source', 'target', 'b'], fixes: ['Try with a timeout instead'] },
    { when: 'the other holder is told as well', sketch: two(ordered, ['1', '2'], ['2', '1']), primary: 'b', severity: 'error', message: /^Refunds and Transfers take Target lock and Source lock/ },
    { when: 'numbers are in words', sketch: two(ordered, ['1. the source', '2. the target'], ['Order 2', 'order 1']), primary: 'a', severity: 'error' },
    { when: 'only one of the locks is tried with a timeout', sketch: two(timeout, ['1', '2'], ['2', '1'], ordered), primary: 'a', severity: 'error' },
    { when: 'the numbers are not next to each other', sketch: two(ordered, ['1', '20'], ['7', '3']), primary: 'b', severity: 'error' },
    { when: 'three close a circle', sketch: three(ordered), primary: 'b', severity: 'error', message: 'b, c and a take y, z and x in opposite orders.', related: ['x', 'y', 'z', 'a', 'c'] },
  ],
  silent: [
    ...['ordered-acquisition', 'try-lock-timeout', 'single-lock'].map((prevention) => ({ when: `both say ${prevention}`, sketch: transfer(`deadlockPrevention: ${prevention}`) })),
    { when: 'there is one lock', sketch: 'service a\ndistributed-lock l { deadlockPrevention: none }\na -> l' },
    { when: 'one lock is taken in two ways', sketch: 'service a\ndistributed-lock l { deadlockPrevention: none }\na -> l "1"\na -> l "2"' },
    { when: 'both number them alike', sketch: two(ordered, ['1', '2'], ['3', '4']) },
    { when: 'opposite orders are tried with timeouts', sketch: two(timeout, ['1', '2'], ['2', '1']) },
    { when: 'a circle of three is tried with timeouts', sketch: three(timeout) },
    { when: 'one holder says nothing of its order', sketch: two(ordered, ['1', '2'], ['', '']) },
    { when: 'one holder takes them at the same place', sketch: two(ordered, ['1', '2'], ['1', '1']) },
    { when: 'the labels do not begin with a number', sketch: two(ordered, ['1', '2'], ['seat 2', 'seat 1']) },
    { when: 'a lock is taken once more at the end', sketch: `${two(ordered, ['1', '2'], ['1', '2'])}\na -> source "3"` },
  ],
});
