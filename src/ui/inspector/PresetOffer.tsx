import type { Kind, Preset } from '#catalog/kind.ts';
import { presetsOf } from '#catalog/presets.ts';
import { applyPreset } from '#diagram/commands/apply-preset.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import fields from './fields.module.css';
import type { Stated } from './form-model.ts';

/** Offers the presets of the chosen product, as long as they would fill something. */
export function PresetOffer({ kind, records }: { readonly kind: Kind; readonly records: readonly Stated[] }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const technology: unknown = Reflect.get(records[0]?.properties ?? {}, 'technology');
  const ids = records.map(({ id }) => id);
  const offers = presetsOf(kind, typeof technology === 'string' ? technology : undefined).filter((preset) => open(preset, records) > 0);
  if (offers.length === 0) return null;
  return (
    <div className={fields.presets}>
      {offers.map((preset) => (
        <Button key={preset.id} look="quiet" onClick={() => editor.dispatch(applyPreset(diagram, { ids, preset }))}>
          Fill {open(preset, records)} {open(preset, records) === 1 ? 'property' : 'properties'} from {preset.title}
        </Button>
      ))}
    </div>
  );
}

/** How many of a preset's values some record does not state, or has from another preset. */
const open = ({ values }: Preset, records: readonly Stated[]): number =>
  Object.entries(values).filter(([name, value]) => records.some(({ properties, origins }) => Reflect.get(properties, name) === undefined || (origins?.[name] === 'preset' && Reflect.get(properties, name) !== value))).length;
