import { quantity } from '#catalog/wording.ts';
import type { Id } from '#diagram/diagram.ts';
import type { MainNumbers } from '#practice/main-numbers.ts';
import { displayName } from '#rules/display-name.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Debrief.module.css';

const rounded = (value: number): number => Number(value.toPrecision(3));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Load, use and latency where they are known; each is an estimate. */
export function DebriefNumbers({ numbers: { components, paths }, onShow }: { readonly numbers: MainNumbers; onShow(ids: readonly Id[]): void }) {
  const diagram = useEditorState((state) => state.diagram);
  if (components.length + paths.length === 0) return null;
  return (
    <section aria-label="Numbers">
      <h3>Numbers, by estimate</h3>
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">Load</th>
            <th scope="col">Use</th>
            <th scope="col">p99</th>
          </tr>
        </thead>
        <tbody>
          {components.map(({ component, load, use, p99Ms }) => (
            <tr key={component}>
              <th scope="row">
                <button type="button" onClick={() => onShow([component])}>
                  {displayName(diagram, component)}
                </button>
              </th>
              <td>{load?.value === undefined ? '–' : quantity(rounded(load.value), 'req/s')}</td>
              <td>{use?.value === undefined ? '–' : percent(use.value)}</td>
              <td>{p99Ms === undefined ? '–' : quantity(rounded(p99Ms), 'ms')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {paths.map(({ components: way, witness, p99Ms, targetP99Ms }) => (
        <button key={witness.join(' ')} type="button" className={styles.path} onClick={() => onShow(witness)}>
          Slowest way: {way.map((id) => displayName(diagram, id)).join(' → ')}, p99 {quantity(rounded(p99Ms), 'ms')}
          {targetP99Ms === undefined ? '' : ` of ${quantity(targetP99Ms, 'ms')} promised`}.
        </button>
      ))}
    </section>
  );
}
