import { expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { applyDiff, invertDiff } from '#diagram/diff.ts';
import type { FreshId, Transaction } from '#diagram/transaction.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';

interface Case {
  readonly when: string;
  readonly before: Diagram;
  readonly step: (diagram: Diagram) => Transaction | null;
  /** What must hold afterwards; `null` where the command does not apply. */
  readonly then: ((after: Diagram) => void) | null;
  /** What undo takes back, in words. */
  readonly label?: string;
}

/** A table of cases of one command. Each is done, undone and redone, and its outcome survives a file. */
export function testCommand(cases: readonly Case[]): void {
  test.each(cases)('$when', ({ before, step, then, label }) => {
    const made = step(before);
    if (then === null || !made) {
      expect(made).toBe(then);
      return;
    }
    const after = applyDiff(before, made.diff);
    then(after);
    if (label !== undefined) expect(made.label).toBe(label);
    const undone = applyDiff(after, invertDiff(made.diff));
    expect(asText(undone)).toEqual(asText(before));
    expect(asText(applyDiff(undone, made.diff))).toEqual(asText(after));
    const read = readDiagram(asText(after));
    expect(read.ok && asText(read.value)).toEqual(asText(after));
  });
}

/** As a file, with the records by id: their order has no meaning. */
function asText(diagram: Diagram): string {
  const sorted = <R>(table: ReadonlyMap<string, R>): ReadonlyMap<string, R> => new Map([...table].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const { components, connections, boundaries, notes, entities, suppressions } = diagram;
  return writeDiagram({ ...diagram, components: sorted(components), connections: sorted(connections), boundaries: sorted(boundaries), notes: sorted(notes), entities: sorted(entities), suppressions: sorted(suppressions) });
}

/** Ids n1, n2, ... in turn. */
export function countingIds(stem = 'n'): FreshId {
  let count = 0;
  return () => `${stem}${(count += 1)}`;
}

/** The diagram with components at these places. */
export function at(diagram: Diagram, places: Readonly<Record<string, readonly [x: number, y: number]>>): Diagram {
  const components = new Map(diagram.components);
  for (const [id, [x, y]] of Object.entries(places)) {
    const component = components.get(id);
    if (component) components.set(id, { ...component, position: { x, y } });
  }
  return { ...diagram, components };
}
