import fs from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { graphOf } from '#graph/graph.ts';
import { optionOf } from '#rules/configuration.ts';
import { inputs } from '#rules/inputs.ts';
import { rules } from '#rules/rules.ts';
import { subjectsOf } from '#rules/subjects.ts';
import { verdictOf } from '#rules/validate.ts';
import { reference, references } from '../support/references.ts';
import { createInputReader } from '../support/rule-inputs.ts';

/** Rules with their files and the names under which these export them. */
const declared = fs
  .readdirSync('src/rules', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\/.*\.ts$/.test(file))
  .flatMap((file) => [...fs.readFileSync(`src/rules/${file}`, 'utf8').matchAll(/export const (\w+)[^=]* = \w+Rule\(\{\s*id: '([^']+)'/g)].map(([, name = '', id = '']) => ({ file: `src/rules/${file}`, name, id })));

test('the table of inputs is what the rules mention (npm run inputs writes it)', async () => {
  const inputsOf = createInputReader();
  const lines = declared
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ file, name, id }) => {
      const inputs = inputsOf(file, name);
      return inputs ? [`  '${id}': '${inputs.join(' ')}',`] : [];
    });
  const text = `/** Written by \`npm run inputs\` from what each rule and all that it calls mention. */
const mentioned = {
${lines.join('\n')}
};

/** The properties of components and connections that a rule's verdicts can depend on; a rule that is not here may depend on any. */
export const inputs: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(mentioned).map(([rule, names]) => [rule, names.split(' ')]));
`;
  await expect(text).toMatchFileSnapshot('../../src/rules/inputs.ts');
});

test('few rules look at properties that they do not name', () => {
  expect(rules.length - declared.filter(({ file, name }) => createInputReader()(file, name)).length).toBeLessThan(16);
});

/** The diagram, its properties telling which of them are read. */
function watched(diagram: Diagram, read: (name: string) => void): Diagram {
  const watch = <P extends object>(properties: P): P =>
    new Proxy(properties, {
      get(target, name, receiver) {
        if (typeof name === 'string') read(name);
        return Reflect.get(target, name, receiver);
      },
      ownKeys(target) {
        for (const name of Reflect.ownKeys(target)) if (typeof name === 'string') read(name);
        return Reflect.ownKeys(target);
      },
    });
  const components = new Map([...diagram.components].map(([id, component]) => [id, { ...component, properties: watch(component.properties) }]));
  const connections = new Map([...diagram.connections].map(([id, connection]) => [id, { ...connection, properties: watch(connection.properties) }]));
  return { ...diagram, components, connections };
}

const diagrams = [...references.map(reference), ...rules.map(({ examples }) => sketch(examples.bad))];
const shaping = ['interaction', 'isDeadLetterQueue', 'inScope'];

test.each(rules.flatMap((rule) => (inputs.has(rule.id) ? [[rule.id, rule] as const] : [])))('%s reads no other property than its inputs', (id, rule) => {
  const seen = new Set<string>();
  for (const diagram of diagrams) {
    const now = watched(diagram, (name) => seen.add(name));
    const graph = graphOf(now);
    for (const subject of subjectsOf(rule, graph)) verdictOf(rule, { diagram: now, graph, today: undefined, option: (name) => optionOf(rule, {}, name) }, subject);
  }
  expect([...seen].filter((name) => !shaping.includes(name) && !inputs.get(id)?.includes(name))).toEqual([]);
});
