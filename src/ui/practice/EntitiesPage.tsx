import { useMemo, useState } from 'react';
import { putEntity } from '#diagram/commands/entities.ts';
import { standFor } from '#diagram/commands/stand-for.ts';
import { matchedEntities } from '#practice/interview/matched-entities.ts';
import type { Scenario, ScenarioEntity } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { EntityRow } from './EntityRow.tsx';
import styles from './InterviewPanel.module.css';

interface EntitiesPageProps {
  readonly scenario: Scenario;
  /** Whether the interviewer says which entities were meant. */
  readonly isTold: boolean;
}

/** The diagram's entities, and which of the interviewer's they stand for. */
export function EntitiesPage({ scenario, isTold }: EntitiesPageProps) {
  const diagram = useEditorState((state) => state.diagram);
  const matches = useMemo(() => matchedEntities(scenario, diagram), [scenario, diagram]);
  const missing = scenario.entities.filter(({ id }) => !matches.has(id));
  return (
    <>
      <ul className={styles.entities} aria-label="Entities">
        {[...diagram.entities.values()].map((entity) => (
          <EntityRow key={entity.id} entity={entity} means={scenario.entities.filter(({ id }) => matches.get(id) === entity.id)} />
        ))}
      </ul>
      <NewEntity isFirst={diagram.entities.size === 0} />
      {isTold && missing.length > 0 && (
        <ul className={styles.missing} aria-label="Entities that the interviewer means">
          {missing.map((entity) => (
            <MissingEntity key={entity.id} entity={entity} />
          ))}
        </ul>
      )}
    </>
  );
}

function NewEntity({ isFirst }: { readonly isFirst: boolean }) {
  const editor = useEditor();
  const [name, setName] = useState('');
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        editor.dispatch(putEntity(editor.store.getState().diagram, { entity: { id: editor.freshId(), name: name.trim() } }));
        setName('');
      }}
    >
      <input aria-label="Name of a new entity" placeholder={isFirst ? 'Name the first entity' : 'Name another entity'} value={name} onChange={(event) => setName(event.target.value)} />
      <Button type="submit" disabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  );
}

/** One that nobody stands for: added in a click, or matched with one's own. */
function MissingEntity({ entity: { id, name, about } }: { readonly entity: ScenarioEntity }) {
  const editor = useEditor();
  const entities = useEditorState(({ diagram }) => diagram.entities);
  const diagram = () => editor.store.getState().diagram;
  return (
    <li>
      <p>
        The interviewer also means: <strong>{name}</strong>. {about}
      </p>
      <div className={styles.choices}>
        <Button onClick={() => editor.dispatch(putEntity(diagram(), { entity: { id: entities.has(id) ? editor.freshId() : id, name } }))}>
          Add {name}
        </Button>
        {entities.size > 0 && (
          <select aria-label={`Own entity for ${name}`} value="" onChange={(event) => editor.dispatch(standFor(diagram(), { scenarioEntity: id, entity: event.target.value }))}>
            <option value="">I call it …</option>
            {[...entities.values()].map((own) => (
              <option key={own.id} value={own.id}>
                {own.name}
              </option>
            ))}
          </select>
        )}
      </div>
    </li>
  );
}
