import { ArrowRight } from 'lucide-react';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel, propertyOf, propertyValueText } from '#diagram/property-of.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding } from '#rules/finding.ts';
import { witnessStops } from '#rules/witness.ts';
import { useEditor, useEditorState } from './editor-context.tsx';
import styles from './FindingDetail.module.css';

/** What a finding rests on: the stated values, and the way that shows it. All of it leads there. */
export function Evidence({ finding }: { readonly finding: Finding }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const { evidence, primary, related } = finding;
  const stops = witnessStops(diagram, finding);
  const others = related.filter(({ id }) => !stops.some((stop) => stop.id === id));
  const go = (id: Id): void => {
    editor.select([id]);
    editor.view({ type: 'reveal', ids: [id] });
  };
  if (evidence.length + others.length === 0 && stops.length < 2) return null;
  return (
    <dl className={styles.evidence}>
      {evidence.length > 0 && (
        <div>
          <dt>Because</dt>
          <dd>
            {evidence.map(({ record, property, value }) => (
              <button key={`${record}.${property}`} type="button" className={styles.fact} onClick={() => editor.goToField(record, property)}>
                {record !== primary && <span className={styles.of}>{nameOf(diagram, record)}: </span>}
                {propertyLabel(diagram, record, property)} = <strong>{propertyValueText(diagram, propertyOf(diagram, record, property), value)}</strong>
              </button>
            ))}
          </dd>
        </div>
      )}
      {stops.length > 1 && (
        <div>
          <dt>Path</dt>
          <dd>
            {stops.map(({ id, isNext }, index) => (
              <span key={id} className={styles.stop}>
                {index > 0 && (isNext ? <ArrowRight className={styles.arrow} size={12} role="img" aria-label="then" /> : <span className={styles.arrow}>·</span>)}
                <button type="button" className={styles.fact} onClick={() => go(id)}>
                  {nameOf(diagram, id)}
                </button>
              </span>
            ))}
          </dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>See also</dt>
          <dd>
            {others.map(({ id, role }) => (
              <button key={`${role}${id}`} type="button" className={styles.fact} onClick={() => go(id)}>
                {nameOf(diagram, id)} <span className={styles.of}>{role}</span>
              </button>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** A connection by its ends: there is no room for a sentence. */
function nameOf(diagram: Diagram, id: Id): string {
  const connection = diagram.connections.get(id);
  return connection ? `${displayName(diagram, connection.from)} to ${displayName(diagram, connection.to)}` : displayName(diagram, id);
}
