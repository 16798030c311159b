import { connectionProperties } from '#catalog/connection.ts';
import { entityProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { inSentence, quantity, valueText } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Figure, Input } from '#estimate/figure.ts';
import { componentFigures, connectionFigures } from '#estimate/figures.ts';
import { graphOf } from '#graph/graph.ts';
import { displayName } from '#rules/display-name.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Estimates.module.css';
import fields from './fields.module.css';
import { goToField } from './go-to-field.ts';

/** What follows from the numbers of the diagram for a component or a connection, with the calculation. Absent while nothing is known. */
export default function Estimates({ record }: { readonly record: Id }) {
  const diagram = useEditorState((state) => state.diagram);
  const figures = figuresOf(diagram, record);
  const known = figures.filter(({ value }) => value !== undefined).length;
  if (known === 0) return null;
  return (
    <details className={`${fields.group} ${styles.estimates}`}>
      <summary>
        Estimates
        <span>{known === figures.length ? known : `${known} of ${figures.length}`}</span>
      </summary>
      <ul aria-label="Estimates">
        {figures.map((figure) => (
          <FigureRow key={figure.name} figure={figure} diagram={diagram} record={record} />
        ))}
      </ul>
    </details>
  );
}

function figuresOf(diagram: Diagram, record: Id): readonly Figure[] {
  const graph = graphOf(diagram);
  const component = diagram.components.get(record);
  if (component) return componentFigures(graph, component);
  const edge = graph.edge(record);
  return edge ? connectionFigures(graph, edge) : [];
}

function FigureRow({ figure, diagram, record }: { readonly figure: Figure; readonly diagram: Diagram; readonly record: Id }) {
  const editor = useEditor();
  const { name, certainty, formula } = figure;
  return (
    <li>
      <details className={styles.figure}>
        <summary>
          <span>{name}</span>
          <span className={styles.value} data-certainty={certainty}>
            {amountText(figure)}
          </span>
        </summary>
        <p className={styles.formula}>
          Estimate{certainty === 'upper-bound' ? ', an upper bound' : ''}: {formula}
        </p>
        <ul className={styles.inputs} aria-label={`${name} follows from`}>
          {distinct(figure.inputs).map((input) => (
            <li key={`${input.record}.${input.property}`}>
              <button type="button" onClick={() => goToField(editor, input.record, input.property)}>
                {inputText(diagram, input, record)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function amountText({ value, unit, certainty }: Figure): string {
  if (value === undefined) return 'not known';
  const text = unit === 'ratio' ? valueText({ type: 'ratio' }, Number(value.toFixed(4))) : quantity(roughly(value, unit), unit);
  return certainty === 'upper-bound' ? `at most ${text}` : text;
}

/** From these seconds on a time is told in tenths of a minute, an hour, a day: an estimate is not more exact. */
const tenths: readonly (readonly [from: number, tenth: number])[] = [
  [86_400, 8640],
  [3600, 360],
  [60, 6],
  [1, 0.1],
];

function roughly(value: number, unit: Figure['unit']): number {
  if (unit !== 's' && unit !== 'ms') return value;
  const factor = unit === 'ms' ? 1000 : 1;
  const [, tenth] = tenths.find(([from]) => value >= from * factor && (unit === 's' || from <= 60)) ?? [];
  return tenth === undefined ? value : Number((Math.round(value / (tenth * factor)) * tenth * factor).toFixed(1));
}

const distinct = (inputs: readonly Input[]): readonly Input[] => [...new Map(inputs.map((input) => [`${input.record}.${input.property}`, input])).values()];

/** "Alpha, copies: 3", without the name where the record is the one that is looked at. */
function inputText(diagram: Diagram, { record, property }: Input, own: Id): string {
  const { values, table } = statedOn(diagram, record);
  const declared = Object.hasOwn(table, property) ? table[property] : undefined;
  const label = declared?.label ?? property;
  const value = declared && valueText(declared, Reflect.get(values, property));
  const of = record === own ? label : `${nameOf(diagram, record)}, ${inSentence(label)}`;
  return value === undefined ? of : `${of}: ${value === 'Not stated' ? 'not stated' : value}`;
}

function nameOf(diagram: Diagram, record: Id): string {
  const { from, to } = diagram.connections.get(record) ?? {};
  if (from !== undefined && to !== undefined) return `${displayName(diagram, from)} to ${displayName(diagram, to)}`;
  return diagram.entities.get(record)?.name ?? displayName(diagram, record);
}

function statedOn(diagram: Diagram, record: Id): { readonly values: object; readonly table: Readonly<Record<string, Property>> } {
  const component = diagram.components.get(record);
  if (component) return { values: component.properties, table: kindOf(component.kind)?.properties ?? {} };
  const entity = diagram.entities.get(record);
  if (entity) return { values: entity, table: entityProperties };
  return { values: diagram.connections.get(record)?.properties ?? {}, table: connectionProperties };
}
