import { fix, removeConnection } from '../fixing.ts';
import { connectionRule, fail, pass } from '../rule.ts';

/** An end of a connection names no record of the diagram. */
export const danglingConnection = connectionRule({
  id: 'model/dangling-connection',
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: { missing: { text: 'Connection "{connection}" points to a component that does not exist.' } },
  docs: {
    what: 'A connection leads to or from something that is not in the diagram.',
    why: 'Files that are edited by hand or by programs can lose a component and keep its arrows. No other check can trust such an arrow.',
    fix: 'Drag its end onto a component, or remove it.',
    silentWhen: ['Never. Every other rule leaves such a connection out.'],
    sources: ['Integrity of references.'],
    question: 'What was at the other end of this connection?',
  },
  examples: { bad: 'service api\napi -> db-9', good: 'service api\ncore-database db\napi -> db { access: read }' },
  check({ id, from, to, label }, { diagram }) {
    const exists = (end: string): boolean => diagram.components.has(end) || diagram.boundaries.has(end) || diagram.notes.has(end);
    return exists(from) && exists(to) ? pass : fail('missing', { data: { connection: label.trim() || id } });
  },
  fixes: ({ primary }) => [fix('Remove the connection', 'auto', (diagram) => removeConnection(diagram, primary))],
});
