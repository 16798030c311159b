import { useMemo } from 'react';
import { statedDifferences } from '#practice/comparison/stated-differences.ts';
import type { JudgedOption } from '#practice/drills/which-one.ts';
import styles from './PairDifferences.module.css';

/** What two pictures cannot show: the values that they state differently, side by side. Nothing where all of it is drawn. */
export function PairDifferences({ options: [first, second] }: { readonly options: readonly JudgedOption[] }) {
  const rows = useMemo(() => (first && second ? statedDifferences(first.diagram, second.diagram) : []), [first, second]);
  if (!first || !second || rows.length === 0) return null;
  return (
    <table className={styles.differences} aria-label="What they state differently">
      <thead>
        <tr>
          <td />
          <th scope="col">{first.label}</th>
          <th scope="col">{second.label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, of, property, values }) => (
          <tr key={key}>
            <th scope="row">
              {of} <span>{property}</span>
            </th>
            <td>{values[0]}</td>
            <td>{values[1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
