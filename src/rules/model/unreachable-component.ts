import { depths, liveComponents } from '#graph/paths.ts';
import { isEntry } from '#graph/roles.ts';
import { componentRule, fail, pass } from '../rule.ts';

/** No request and no job ever gets to the component. */
export const unreachableComponent = componentRule({
  id: 'model/unreachable-component',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: { unreached: { text: 'Nothing that starts a request or job ever reaches {name}.' } },
  docs: {
    what: 'Following the arrows from clients, jobs and systems of others, one never comes here.',
    why: 'A part without traffic is dead weight, or one of its arrows is reversed.',
    fix: 'Check the direction of the arrows around it.',
    silentWhen: ['Work starts at the component itself.', "The component is somebody else's.", 'Nothing in the diagram starts work.'],
    sources: ['Reachability.'],
    question: 'What brings traffic here?',
  },
  examples: { bad: 'client web\nservice api\ncore-database db\nweb -> api -> db\nworker report\nreport -> db { access: read }', good: 'client web\nservice api\ncore-database db\nweb -> api -> db' },
  check(component, { graph }) {
    if (depths(graph).size === 0) return undefined;
    if (isEntry(graph, component)) return undefined;
    return liveComponents(graph).has(component.id) ? pass : fail('unreached', { data: { name: component.name } });
  },
});
