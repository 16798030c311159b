import { describe, expect, test } from 'vitest';
import { type Diagram, emptyDiagram } from '#diagram/diagram.ts';
import { withReadableIds } from '#diagram/readable-ids.ts';
import { sketch } from '#diagram/sketch.ts';
import { designOf } from '#practice/design-notation.ts';
import { designText } from '#practice/design-text.ts';
import type { Scenario } from '#practice/scenario.ts';
import { scenarios } from '#practice/scenarios.ts';

const readBack = (text: string): Diagram => {
  const scenario: Scenario = {
    id: 'own', title: 'Own', knownFrom: '', type: 'product', difficulty: 'easy', topics: [], brief: '', functional: [], nonFunctional: [], settings: {}, entities: [], phases: {},
    checks: [], hints: [], mistakes: [], curveballs: [], pitch: '', designs: [{ id: 'reference', title: 'Reference', about: '', text }], mutants: [],
  };
  return designOf(scenario, 'reference');
};

const content = ({ settings, entities, components, connections, boundaries, notes }: Diagram) => ({ settings, entities, components, connections, boundaries, notes });

describe('every design reads back as it was', () => {
  test.each(scenarios.flatMap((scenario) => scenario.designs.map(({ id }) => [`${scenario.id}, ${id}`, designOf(scenario, id)] as const)))('%s', (_, design) => {
    expect(content(readBack(designText(design)))).toEqual(content(withReadableIds(emptyDiagram, design)));
  });
});

test.each([
  ['quotes, line breaks and braces in a name', 'service a "A \\"b\\" {c}\\n#d"'],
  ['words that mean something', 'service a "A" { technology: "true", rationale: "unset" }'],
  ['a name without letters', 'service a "→"'],
  ['digits as text', 'stream s "S" { producerAcks: "1" }'],
  ['a list and a record', 'api-gateway g "G" { routes: [{ match: "/a b", target: a }] }'],
  ['a label and two connections with the same ends', 'service a "A"\nservice b "B"\na -> b as x "Reads" { access: read }\na -> b as y { access: write }'],
  ['frames in frames', 'service a "A"\nservice b "B"\nboundary inner "Inner" { boundaryType: subnet } [a]\nboundary outer "Outer" [inner, b]\nboundary empty "Empty"'],
  ['a note with several lines', 'note n "One.\\nTwo." { noteType: decision }'],
  ['entities and settings', 'settings { availabilityTarget: 0.999 }\nentity e "E e" { mutability: append-only, lossTolerant: false }'],
  ['an empty diagram', ''],
])('%s', (_, text) => {
  const drawn = sketch(text);
  expect(content(readBack(designText(drawn)))).toEqual(content(withReadableIds(emptyDiagram, drawn)));
});

test('what a design may not hold is left out', () => {
  const drawn = sketch('core-database a "A" { wings: 2, replicas: 3 }\nteapot t "T"\na -> t');
  expect(designText(drawn)).toBe('core-database a "A" { replicas: 3 }');
});
