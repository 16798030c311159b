import { setProperties } from '#diagram/commands/set-properties.ts';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { createValidator, validate } from '#rules/validate.ts';
import { landscapeOf } from './landscape.ts';

const sizes = [60, 300, 2000, 10_000];

/** The median of several runs, in milliseconds; the first ones warm up. */
function measure(runs: number, run: () => unknown): number {
  const times: number[] = [];
  for (let index = 0; index < runs + 2; index++) {
    const start = performance.now();
    run();
    if (index >= 2) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** The same diagram as another object, so that nothing is remembered about it. */
const fresh = (diagram: Diagram): Diagram => ({ ...diagram });

/** Edits that a user makes, each on another record. */
const edits: Readonly<Record<string, (diagram: Diagram, turn: number) => Diagram>> = {
  'a name': (diagram, turn) => withComponent(diagram, turn, (component) => ({ ...component, name: `${component.name} ${turn}` })),
  'a technology': (diagram, turn) => set(diagram, turn, { technology: `Product ${turn}` }),
  copies: (diagram, turn) => set(diagram, turn, { instances: 3 + turn }),
  'a timeout': (diagram, turn) => {
    const id = [...diagram.connections.keys()][(turn * 7919) % diagram.connections.size] ?? '';
    return apply(diagram, setProperties(diagram, { ids: [id], values: { timeoutMs: 900 + turn } }));
  },
  'a move': (diagram, turn) => withComponent(diagram, turn, (component) => ({ ...component, position: { x: turn, y: turn } })),
};

function withComponent(diagram: Diagram, turn: number, change: (component: NonNullable<ReturnType<Diagram['components']['get']>>) => NonNullable<ReturnType<Diagram['components']['get']>>): Diagram {
  const component = [...diagram.components.values()][(turn * 7919) % diagram.components.size];
  return component ? { ...diagram, components: new Map(diagram.components).set(component.id, change(component)) } : diagram;
}

const set = (diagram: Diagram, turn: number, values: Parameters<typeof setProperties>[1]['values']): Diagram =>
  apply(diagram, setProperties(diagram, { ids: [[...diagram.components.keys()][(turn * 7919) % diagram.components.size] ?? ''], values }));

const apply = (diagram: Diagram, step: ReturnType<typeof setProperties>): Diagram => (step ? applyDiff(diagram, step.diff) : diagram);

const rows = sizes.map((size) => {
  const text = writeDiagram(landscapeOf(size));
  const read = readDiagram(text);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join(' '));
  const diagram = read.value;
  const runs = size <= 300 ? 21 : 5;
  const parsing = measure(runs, () => readDiagram(text));
  const full = measure(runs, () => validate(fresh(diagram)));
  const edit = Object.entries(edits).map(([name, change]): [string, number] => {
    const validator = createValidator();
    let [now, turn, spent] = [diagram, 0, 0];
    validator(now);
    for (; turn < runs + 2; turn++) {
      now = change(now, turn);
      const start = performance.now();
      validator(now);
      if (turn >= 2) spent += performance.now() - start;
    }
    return [name, spent / (turn - 2)];
  });
  return { components: diagram.components.size, parsing, full, edit };
});

const smallest = rows[0];
console.log('Full validation and one edit, as ratios measured in one run. Aims: full/parse at most 1.0, edit/full at most 0.05, growth at most 1 (against n log n).\n');
console.log(['components', 'full/parse', ...Object.keys(edits).map((name) => `${name}/full`), 'growth', 'full ms'].join('\t'));
for (const { components, parsing, full, edit } of rows) {
  const growth = smallest ? full / smallest.full / ((components * Math.log(components)) / (smallest.components * Math.log(smallest.components))) : 1;
  console.log([components, (full / parsing).toFixed(2), ...edit.map(([, time]) => (time / full).toFixed(3)), growth.toFixed(2), full.toFixed(1)].join('\t'));
}
