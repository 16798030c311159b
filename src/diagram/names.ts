import type { Diagram } from './diagram.ts';

/** The name itself while no component or boundary has it, else with the first free number: "Queue 2". */
export function uniqueName(diagram: Diagram, stem: string): string {
  const taken = new Set<string>();
  for (const record of diagram.components.values()) taken.add(record.name);
  for (const record of diagram.boundaries.values()) taken.add(record.name);
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}
