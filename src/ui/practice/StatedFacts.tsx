import { entryOf } from '#catalog/palette.ts';
import { sentenceCase } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel, propertyOf, propertyValueText } from '#diagram/property-of.ts';
import { displayName } from '#rules/display-name.ts';
import styles from './StatedFacts.module.css';

/** What a record states, or, where none is chosen, what the diagram as a whole promises. */
export function StatedFacts({ diagram, record }: { readonly diagram: Diagram; readonly record: Id | undefined }) {
  const component = record === undefined ? undefined : diagram.components.get(record);
  const owner = record ?? 'diagram';
  const { lintConfig: _lintConfig, ...settings } = diagram.settings;
  const stated: object = record === undefined ? settings : ((component ?? diagram.connections.get(record))?.properties ?? {});
  const rows = Object.entries(stated).filter(([, value]) => value !== undefined);
  return (
    <section className={styles.facts} aria-label="What is stated" tabIndex={0}>
      <h4>{record === undefined ? 'The design as a whole' : sentenceCase(displayName(diagram, record))}</h4>
      <p>{record === undefined ? 'Choose a component or a connection to see what it states.' : component ? (entryOf(component.kind, component.properties)?.label ?? component.kind) : 'Connection'}</p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{propertyLabel(diagram, owner, name)}</dt>
            <dd>{propertyValueText(diagram, propertyOf(diagram, owner, name), value)}</dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 && <p>Nothing is stated.</p>}
    </section>
  );
}
