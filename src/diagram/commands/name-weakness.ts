import type { Naming } from '../diagram.ts';
import { namingKey, withNotebook } from '../notebook.ts';
import { type Command, transaction } from '../transaction.ts';

/** Names a weakness of the own design. Null outside practice, and where it was named already. */
export const nameWeakness: Command<Naming> = (diagram, { rule, on }) => {
  const naming: Naming = on === undefined ? { rule } : { rule, on };
  const next = withNotebook(diagram, (notebook) => ({ ...notebook, named: [...others(notebook.named, naming), naming] }));
  return next && transaction('Name weakness', diagram, next);
};

/** Takes a naming back. */
export const unnameWeakness: Command<Naming> = (diagram, naming) => {
  const next = withNotebook(diagram, (notebook) => ({ ...notebook, named: others(notebook.named, naming) }));
  return next && transaction('Take naming back', diagram, next);
};

const others = (named: readonly Naming[] = [], naming: Naming): readonly Naming[] => named.filter((each) => namingKey(each) !== namingKey(naming));
