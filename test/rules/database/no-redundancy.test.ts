import { noRedundancy } from '#rules/database/no-redundancy.ts';
import { testRule } from '../../support/test-rule.ts';

const path = (database: string, { settings = '', client = '' } = {}): string => `settings { ${settings} }\nclient web "Web" { ${client} }\nservice api\ncore-database db "Orders" { ${database} }\nweb -> api -> db`;

testRule(noRedundancy, {
  fires: [
    { when: 'paths depend on one copy', sketch: path('replicas: 0'), severity: 'warning', message: /^Orders has no copy that takes over; losing it stops the paths of Web/, fixes: ['Add two replicas with failover'] },
    { when: 'replicas do not take over', sketch: path('replicas: 2, highAvailability: none'), severity: 'warning' },
    { when: 'the replication factor is one', sketch: path('replicationFactor: 1'), severity: 'warning' },
    { when: 'only workers write what must not be lost', sketch: 'entity order { lossTolerant: false }\nworker w\ncore-database db { replicas: 0 }\nw -> db { access: write, dataFlows: [order] }', severity: 'warning' },
    { when: 'stored data must not be lost', sketch: 'entity order {}\nworker w\ncore-database db { replicas: 0, dataStored: [order] }\nw -> db { access: read }', severity: 'warning' },
    { when: 'the target is modest, and there is a backup', sketch: path('replicas: 0, backup: snapshot', { settings: 'availabilityTarget: 0.99' }), severity: 'suggestion' },
    { when: 'only colleagues come, and there is a backup', sketch: path('replicas: 0, backup: point-in-time', { client: 'clientType: internal' }), severity: 'suggestion' },
    { when: 'only colleagues come, without a backup', sketch: path('replicas: 0', { client: 'clientType: internal' }), severity: 'warning' },
  ],
  silent: [
    { when: 'two copies follow', sketch: path('replicas: 2') },
    { when: 'three copies', sketch: path('replicationFactor: 3') },
    { when: 'the provider sees to it', sketch: path('replicas: 0, highAvailability: managed') },
    { when: 'it is embedded for colleagues', sketch: path('replicas: 0, technology: SQLite', { client: 'trusted: true' }) },
    { when: 'it is embedded for colleagues, and a stranger is not connected yet', sketch: `${path('replicas: 0, technology: SQLite', { client: 'trusted: true' })}\nclient stranger` },
    { when: 'nothing depends on it and nothing is known of its data', sketch: 'worker w\ncore-database db { replicas: 0 }\nw -> db { access: write }' },
    { when: 'all its data may be lost', sketch: 'entity view { lossTolerant: true }\nworker w\ncore-database db { replicas: 0 }\nw -> db { access: write, dataFlows: [view] }' },
  ],
  notStated: [
    { when: 'nothing is said of copies', sketch: path(''), fields: ['replicas'] },
    { when: 'nothing is said of copies, and nothing depends on it', sketch: 'worker w\ncore-database db\nw -> db { access: write }', fields: [] },
  ],
});
