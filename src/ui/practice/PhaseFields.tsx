import { phases } from '#practice/interview/phases.ts';
import { phaseIds } from '#practice/scenario.ts';
import { LinesField } from './DraftText.tsx';
import { MoreSection } from './MoreSection.tsx';
import type { Draft } from './own-draft.ts';

interface PhaseFieldsProps {
  readonly phases: Draft['phases'];
  onChange(phases: Draft['phases']): void;
}

/** What a strong candidate does in each phase. */
export const PhaseFields = ({ phases: written, onChange }: PhaseFieldsProps) => (
  <MoreSection title="phases" path="phases" count={Object.values(written).flat().length} about="What a strong candidate does here in each phase, one a line. What always holds is shown beside it, and need not be said.">
    {phaseIds.map((id) => (
      <LinesField
        key={id}
        label={phases[id].title}
        path={`phases.${id}`}
        rows={2}
        lines={written[id] ?? []}
        onChange={(lines) => onChange(Object.fromEntries(Object.entries({ ...written, [id]: [...lines] }).filter(([each, said]) => each !== id || said.length > 0)))}
      />
    ))}
  </MoreSection>
);
