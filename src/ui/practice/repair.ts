import type { Diagram } from '#diagram/diagram.ts';
import type { Drill } from '#editor/editor.ts';
import { readDiagram } from '#formats/json/read.ts';
import { fixRunSchema, type FixTask } from '#practice/drills/fix-it.ts';
import { withPlaces } from '#ui/parts/layout.ts';
import { plantFlaws } from './plant-flaws.ts';

/** The task as it is drawn on the canvas: with a place for everything, and its name. */
export const drawnTask = async (task: FixTask): Promise<FixTask> => ({ ...task, start: await withPlaces({ ...task.start, title: `Fix it: ${task.sound.title}` }) });

/** A repair under way, from what was kept of it; undefined where it cannot be read any more, or its design is gone. */
export async function resumedRepair(kept: unknown, before: Drill['before']): Promise<{ readonly drill: Drill; readonly diagram: Diagram } | undefined> {
  const run = fixRunSchema.safeParse(kept).data;
  if (!run) return undefined;
  const read = readDiagram(run.diagram);
  if (!read.ok) return undefined;
  const planted = await plantFlaws({ drill: 'fix', run });
  if (planted.drill !== 'fix' || !planted.made.ok) return undefined;
  const [task, diagram] = await Promise.all([drawnTask(planted.made.value), withPlaces(read.value)]);
  return { drill: { task, before }, diagram };
}
