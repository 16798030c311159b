import type { Preset } from '#catalog/kind.ts';
import { isStated } from '#catalog/key-properties.ts';
import type { Id } from '../diagram.ts';
import { updateRecord, withProperties } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

/** Fills what is not stated with a product's values, and replaces what an earlier preset has filled. */
export const applyPreset: Command<{ readonly ids: Iterable<Id>; readonly preset: Preset }> = (diagram, { ids, preset }) => {
  let next = diagram;
  for (const id of ids) {
    next = updateRecord(next, 'components', id, (component) => {
      const earlier = Object.entries(component.origins ?? {}).filter(([, origin]) => origin === 'preset');
      const cleared = withProperties(component, Object.fromEntries(earlier.map(([name]) => [name, undefined])));
      const open = Object.entries(preset.values).filter(([name]) => !isStated(Reflect.get(cleared.properties, name)));
      return withProperties(withProperties(cleared, { technology: preset.technology }), Object.fromEntries(open), 'preset');
    });
  }
  return transaction(`Apply ${preset.title}`, diagram, next);
};
