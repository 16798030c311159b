import { type ReactNode, useState } from 'react';
import fields from './fields.module.css';

interface FoldedFieldsProps {
  readonly title: string;
  /** What stands at the right of the title: "1 of 4". */
  readonly count: string;
  /** Whether an open question waits for one of the fields. */
  readonly isAsked: boolean;
  readonly children: ReactNode;
}

/** Fields under a heading, folded unless a question waits for one of them when it is first shown. Afterwards only a person folds it. */
export function FoldedFields({ title, count, isAsked, children }: FoldedFieldsProps) {
  const [startsOpen] = useState(isAsked);
  return (
    <details className={fields.group} open={startsOpen}>
      <summary>
        {title}
        {isAsked && <span className={fields.askedInside} title="An open question waits for something in here." role="img" aria-label="An open question waits for something in here." />}
        <span>{count}</span>
      </summary>
      <div className={fields.form}>{children}</div>
    </details>
  );
}
