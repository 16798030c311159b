import { duplicateName } from '#rules/model/duplicate-name.ts';
import { testRule } from '../../support/test-rule.ts';

const strict = 'settings { lintConfig: { preset: strict } }';
const two = (a: string, b: string, kind = 'core-database'): string => `service api\n${kind} a "${a}"\n${kind} b "${b}"\napi -> a\napi -> b`;

testRule(duplicateName, {
  fires: [
    { when: 'two have one name', sketch: `${strict}\n${two('Database 1', 'Database 1')}`, primary: 'b', severity: 'warning', message: '2 components are called "Database 1".', related: ['a'] },
    { when: 'only case and spaces differ', sketch: `${strict}\n${two('Orders', ' ORDERS ')}`, primary: 'b' },
    { when: 'there are three', sketch: `${strict}\n${two('X', 'X')}\ncore-database c "X"\napi -> c`, primary: 'c', message: /^3 components/, related: ['a', 'b'] },
  ],
  silent: [
    { when: 'the preset leaves it out', sketch: two('Database 1', 'Database 1') },
    { when: 'names differ', sketch: `${strict}\n${two('Orders DB', 'Users DB')}` },
    { when: 'the name is the one that the palette gave', sketch: `${strict}\n${two('Queue', 'Queue', 'queue')}` },
    ...['Relational', 'NoSQL', 'Core Database'].map((name) => ({ when: `${name} is a given name`, sketch: `${strict}\n${two(name, name)}` })),
    { when: 'streams keep the name of the catalogue', sketch: `${strict}\n${two('Stream / Event Sourcing', 'Stream / Event Sourcing', 'stream')}` },
    { when: 'search databases keep the name of the catalogue', sketch: `${strict}\n${two('Search Optimized Database', 'search optimized database', 'search-database')}` },
    { when: 'kinds differ', sketch: `${strict}\nservice a "X"\nworker b "X"\na -> b` },
  ],
});
