import { isJoined } from '../joined.ts';
import { componentRule, fail, pass } from '../rule.ts';

/** A component stands alone. */
export const orphanComponent = componentRule({
  id: 'model/orphan-component',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: { alone: { text: '{name} is not connected to anything.' } },
  docs: {
    what: 'No connection joins the component with another one.',
    why: 'Either the drawing is unfinished, or the component is not needed.',
    fix: 'Connect it, or delete it.',
    silentWhen: ['It is the only component.'],
    sources: ['Structurizr, inspections.'],
    question: 'Who uses this component?',
  },
  examples: { bad: 'client web\nservice api\nweb -> api\ncdn edge', good: 'client web\nservice api\nweb -> api' },
  check({ id, name }, { diagram, graph }) {
    if (diagram.components.size < 2) return undefined;
    return isJoined(graph, id) ? pass : fail('alone', { data: { name } });
  },
});
