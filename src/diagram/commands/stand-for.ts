import type { Id } from '../diagram.ts';
import { withNotebook } from '../notebook.ts';
import { type Command, transaction } from '../transaction.ts';

/** Lets an entity of the diagram stand for one of the scenario's; undefined takes that back. Null outside practice, and for an entity that is not there. */
export const standFor: Command<{ readonly scenarioEntity: string; readonly entity: Id | undefined }> = (diagram, { scenarioEntity, entity }) => {
  if (entity !== undefined && !diagram.entities.has(entity)) return null;
  const next = withNotebook(diagram, (notebook) => {
    const { [scenarioEntity]: _, ...others } = notebook.standsFor ?? {};
    return { ...notebook, standsFor: entity === undefined ? others : { ...others, [scenarioEntity]: entity } };
  });
  return next && transaction('Match entity', diagram, next);
};
