import { X } from 'lucide-react';
import { useId } from 'react';
import { isStated } from '#catalog/key-properties.ts';
import type { Origin } from '#diagram/diagram.ts';
import { FieldControl } from './FieldControl.tsx';
import fields from './fields.module.css';
import type { PropertyFieldProps } from './form-model.ts';

const originWords: Readonly<Record<Origin, string>> = { preset: 'from preset', fix: 'from fix' };

/** One property: its label with help, its control, and the way back to "not stated". */
export function PropertyField(props: PropertyFieldProps) {
  const { property, common, origin, isEstimate, isAsked, onChange } = props;
  const id = useId();
  const stated = common.isMixed || isStated(common.value);
  return (
    <div className={fields.field} data-stated={stated} data-property={props.name}>
      <div className={fields.labelRow}>
        <label htmlFor={id} title={property.help}>
          {property.label}
        </label>
        {origin && (
          <span className={fields.origin}>
            {originWords[origin]}
            {isEstimate && origin === 'preset' ? ', estimate' : ''}
          </span>
        )}
        {isAsked && !stated && <span className={fields.asked} title="An open question waits for this." role="img" aria-label="An open question waits for this." />}
        {stated && (
          <button type="button" className={fields.clear} aria-label={`${property.label}: back to not stated`} title="Back to not stated" onClick={() => onChange(undefined)}>
            <X size={12} />
          </button>
        )}
      </div>
      <FieldControl {...props} id={id} describedBy={`${id}-help`} />
      <p id={`${id}-help`} className={fields.help}>
        {property.help}
      </p>
    </div>
  );
}
