import { Plus, X } from 'lucide-react';
import { entityProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { putEntity, removeEntity } from '#diagram/commands/entities.ts';
import { setSettings } from '#diagram/commands/set-settings.ts';
import type { Entity } from '#diagram/diagram.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import fields from './fields.module.css';
import { commonValue } from './form-model.ts';
import styles from './Inspector.module.css';
import { PropertyField } from './PropertyField.tsx';

/** With nothing selected: what is stated about the whole design, and the data that it is about. */
export function DiagramInspector() {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const settings = [{ id: 'diagram', properties: diagram.settings }];
  return (
    <aside className={styles.inspector} aria-label="Inspector">
      <header className={styles.head}>
        <span className={styles.titles}>
          <h2>{diagram.title || 'Untitled'}</h2>
          <span className={styles.subtitle}>The whole diagram</span>
        </span>
      </header>
      <div className={styles.body}>
        <div className={fields.form}>
          {Object.entries(settingsProperties).map(([name, property]) => (
            <PropertyField
              key={name}
              name={name}
              property={property}
              common={commonValue(settings, name)}
              origin={undefined}
              isEstimate={false}
              isAsked={false}
              products={[]}
              gesture={`setting:${name}`}
              onChange={(value, gesture) => editor.dispatch(setSettings(editor.store.getState().diagram, { values: { [name]: value }, ...(gesture ? { gesture } : {}) }))}
            />
          ))}
        </div>
        <h3 className={styles.heading}>Data entities</h3>
        <p className={styles.hint}>Kinds of data that connections carry and stores hold. Name them to say what must not be lost.</p>
        {[...diagram.entities.values()].map((entity) => (
          <EntityForm key={entity.id} entity={entity} />
        ))}
        <Button look="quiet" onClick={() => editor.dispatch(putEntity(diagram, { entity: { id: editor.freshId(), name: `Entity ${diagram.entities.size + 1}` } }))}>
          <Plus size={13} /> Add an entity
        </Button>
      </div>
    </aside>
  );
}

function EntityForm({ entity }: { readonly entity: Entity }) {
  const editor = useEditor();
  const records = [{ id: entity.id, properties: entity }];
  const put = (change: Partial<Entity>, gesture: string): void => {
    const current = editor.store.getState().diagram;
    const merged = Object.entries({ ...current.entities.get(entity.id), ...change }).filter(([, value]) => value !== undefined);
    editor.dispatch(putEntity(current, { entity: { id: entity.id, name: entity.name, ...Object.fromEntries(merged) }, gesture }));
  };
  return (
    <div className={fields.removable} data-entity={entity.id}>
      <details className={fields.group}>
        <summary>{entity.name}</summary>
        <div className={fields.form}>
          <div className={fields.field}>
            <label htmlFor={`entity-${entity.id}`}>Name</label>
            <input id={`entity-${entity.id}`} className={fields.input} value={entity.name} onChange={(event) => put({ name: event.target.value }, `entity:${entity.id}`)} />
          </div>
          {Object.entries(entityProperties).map(([name, property]) => (
            <PropertyField
              key={name}
              name={name}
              property={property}
              common={commonValue(records, name)}
              origin={undefined}
              isEstimate={false}
              isAsked={false}
              products={[]}
              gesture={`entity:${entity.id}:${name}`}
              onChange={(value) => put({ [name]: value }, `entity:${entity.id}:${name}`)}
            />
          ))}
        </div>
      </details>
      <button type="button" className={fields.clear} aria-label={`Remove ${entity.name}`} onClick={() => editor.dispatch(removeEntity(editor.store.getState().diagram, { id: entity.id }))}>
        <X size={12} />
      </button>
    </div>
  );
}
