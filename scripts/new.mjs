// npm run new rule <group>/<name>: writes the rule's file, its test and its line in the list.
import fs from 'node:fs';
import path from 'node:path';

const [what, id] = process.argv.slice(2);
if (what !== 'rule' || !/^[a-z-]+\/[a-z-]+$/.test(id ?? '')) {
  console.error('Usage: npm run new rule <group>/<name>, for example: npm run new rule queue/unbounded-depth');
  process.exit(2);
}
const name = id.split('/')[1].replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
const source = `src/rules/${id}.ts`;
const test = `test/rules/${id}.test.ts`;
if (fs.existsSync(source)) {
  console.error(`${source} is there already.`);
  process.exit(2);
}

write(
  source,
  `import { componentRule, fail, pass } from '../rule.ts';

/** State what is wrong, in one sentence. */
export const ${name} = componentRule({
  id: '${id}',
  kinds: ['queue'],
  severity: 'warning',
  category: 'correctness',
  reach: 'record',
  messages: { bare: { text: '{name} ...' } },
  docs: {
    what: '',
    why: '',
    fix: '',
    silentWhen: [],
    sources: [],
    question: '',
  },
  examples: { bad: \`\`, good: \`\` },
  check(subject) {
    return subject.properties.durable === false ? fail('bare', { data: { name: subject.name } }) : pass;
  },
});
`,
);
write(
  test,
  `import { ${name} } from '#rules/${id}.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(${name}, { fires: [], silent: [], notStated: [] });
`,
);
const group = id.split('/')[0];
const list = `src/rules/${group}/${group}-rules.ts`;
if (!fs.existsSync(list)) {
  console.error(`${group} is a new group: write ${list} as the other groups have it, and name it in src/rules/rules.ts.`);
  process.exit(1);
}
const lines = fs.readFileSync(list, 'utf8').split('\n');
lines.splice(lines.findLastIndex((line) => line.startsWith('import ')) + 1, 0, `import { ${name} } from './${id.split('/')[1]}.ts';`);
lines.splice(lines.lastIndexOf('];'), 0, `  ${name},`);
fs.writeFileSync(list, lines.join('\n'));
console.log(`Wrote ${source} and ${test}, and added the rule to ${list}.`);

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
