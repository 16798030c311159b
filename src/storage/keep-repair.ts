import { holdsNothing } from '#diagram/diagram.ts';
import type { Drill, Editor } from '#editor/editor.ts';
import { writeDiagram } from '#formats/json/write.ts';
import type { FixRun } from '#practice/drills/fix-it.ts';
import type { JsonShelf, PracticeShelf } from '#practice/shelf.ts';

/** Keeps the repair that is practised, each edit at once, for the diagram that it comes back to. When another diagram is opened it is forgotten. */
export function keepRepair(editor: Editor, openShelf: () => Promise<PracticeShelf | undefined>, failed: () => void): () => void {
  const change = (how: (repairs: JsonShelf) => Promise<unknown>): void => void openShelf().then((shelf) => shelf && how(shelf.repairs)).catch(failed);

  return editor.store.subscribe(({ drill, diagram, documentId }, before) => {
    if (drill) {
      if (drill !== before.drill || diagram !== before.diagram) change((repairs) => repairs.save(homeOf(drill), runOf(drill, writeDiagram(diagram))));
    } else if (documentId !== before.documentId && (before.drill || !holdsNothing(diagram))) {
      // Also what an earlier tab has left behind: who opens its diagram means the diagram.
      const over = [documentId, ...(before.drill ? [homeOf(before.drill)] : [])];
      change((repairs) => Promise.all(over.map((id) => repairs.remove(id))));
    }
  });
}

const homeOf = ({ before }: Drill): string => before.documentId;

const runOf = ({ task: { recipe, sound } }: Drill, diagram: string): FixRun => ({ recipe, scenario: sound.scenario, design: sound.design, diagram });
