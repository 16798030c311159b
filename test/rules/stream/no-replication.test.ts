import { noReplication } from '#rules/stream/no-replication.ts';
import { testRule } from '../../support/test-rule.ts';

const events = (stream: string, more = ''): string => `${more}\nservice api\nstream events "Events" { ${stream} }\nworker w\napi -> events { ${more === '' ? '' : 'dataFlows: [view]'} }\nevents -> w`;

testRule(noReplication, {
  fires: [
    { when: 'there is one copy', sketch: events('replicationFactor: 1'), severity: 'error', message: /^Events keeps one copy/, fixes: ['Keep three copies and wait for two'] },
    { when: 'loss is accepted', sketch: events('replicationFactor: 1', 'entity view { lossTolerant: true }'), severity: 'warning' },
  ],
  silent: [
    { when: 'there are three', sketch: events('replicationFactor: 3') },
    { when: 'the provider sees to it', sketch: events('replicationFactor: 1, highAvailability: managed') },
  ],
  notStated: [{ when: 'nothing is said', sketch: events(''), fields: ['replicationFactor'] }],
});
