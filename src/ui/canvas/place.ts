import { paletteItem } from '#catalog/palette.ts';
import { addBoundary } from '#diagram/commands/add-boundary.ts';
import { addComponent } from '#diagram/commands/add-component.ts';
import { addNote } from '#diagram/commands/add-note.ts';
import type { Id, Point, Size } from '#diagram/diagram.ts';
import { boundarySize, cardSize, freePlace, noteSize, snap } from '#diagram/geometry.ts';
import { uniqueName } from '#diagram/names.ts';
import type { Editor } from '#editor/editor.ts';

/** The size that an entry of the palette will have. */
export function placedSize(entry: string): Size {
  const kind = paletteItem(entry)?.kind;
  if (kind === 'boundary') return boundarySize;
  return kind === 'note' ? noteSize : cardSize;
}

/** Where the top-left corner goes when the middle is put on a point: on the grid. */
export function cornerFor(entry: string, middle: Point): Point {
  const { width, height } = placedSize(entry);
  return { x: snap(middle.x - width / 2), y: snap(middle.y - height / 2) };
}

/** Places an entry of the palette, selects it and opens its name. Returns its id; undefined for an unknown entry. */
export function placeEntry(editor: Editor, entry: string, position: Point): Id | undefined {
  const item = paletteItem(entry);
  if (!item) return undefined;
  const { diagram } = editor.store.getState();
  const id = editor.freshId();
  const name = uniqueName(diagram, item.label);
  const step =
    item.kind === 'boundary'
      ? addBoundary(diagram, { id, name, position, size: boundarySize })
      : item.kind === 'note'
        ? addNote(diagram, { id, text: '', position })
        : addComponent(diagram, { id, kind: item.kind, name, position, properties: item.properties ?? {} });
  editor.dispatch(step, [id]);
  editor.setTool({ type: 'select' });
  editor.rename(id);
  return id;
}

/** Places an entry near a point, where nothing else stands: beside the selection if there is one. */
export function placeInView(editor: Editor, entry: string, middle: Point): Id | undefined {
  const { diagram } = editor.store.getState();
  const size = placedSize(entry);
  const corner = cornerFor(entry, middle);
  const isFrame = paletteItem(entry)?.kind === 'boundary';
  const free = isFrame ? corner : freePlace(diagram, { x: corner.x - cardSize.width - 76, y: corner.y, ...cardSize }, 'right', size);
  return placeEntry(editor, entry, free);
}
