import { connectionExhaustion } from '#rules/database/connection-exhaustion.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (caller: string, database: string, more = ''): string => `service api { ${caller} }\ncore-database db "Orders" { ${database} }\napi -> db { access: read-write }\n${more}`;

testRule(connectionExhaustion, {
  fires: [
    { when: 'fifty copies with twenty each', sketch: db('instances: 50', 'maxConnections: 100, connectionsPerClientInstance: 20'), severity: 'warning', message: /^Up to 1000 connections against a limit of 100 on Orders/, related: ['api'], fixes: ['Pool the connections'] },
    { when: 'one too many', sketch: db('instances: 101', 'maxConnections: 100, connectionsPerClientInstance: 1') },
    { when: 'it may scale out', sketch: db('instances: 2, maxInstances: 50', 'maxConnections: 100, connectionsPerClientInstance: 10'), message: /Up to 500/ },
    { when: 'only the ceiling is stated', sketch: db('maxInstances: 50', 'maxConnections: 100, connectionsPerClientInstance: 10') },
    { when: 'the ceiling is lower than what runs', sketch: db('instances: 50, maxInstances: 2', 'maxConnections: 100, connectionsPerClientInstance: 10'), message: /Up to 500/ },
    { when: 'two callers together', sketch: db('instances: 6', 'maxConnections: 100, connectionsPerClientInstance: 10', 'worker w { instances: 5 }\nw -> db { access: read }'), message: /Up to 110/, related: ['api', 'w'] },
    { when: 'pooling is denied', sketch: db('instances: 50', 'maxConnections: 100, connectionsPerClientInstance: 20, connectionPooling: false') },
  ],
  silent: [
    { when: 'below the limit', sketch: db('instances: 20', 'maxConnections: 500, connectionsPerClientInstance: 10') },
    { when: 'exactly at the limit', sketch: db('instances: 10', 'maxConnections: 100, connectionsPerClientInstance: 10') },
    { when: 'two connections of one caller count once', sketch: db('instances: 10', 'maxConnections: 100, connectionsPerClientInstance: 10', 'api -> db { access: read }') },
    { when: 'connections are pooled', sketch: db('instances: 50', 'maxConnections: 100, connectionsPerClientInstance: 20, connectionPooling: true') },
    { when: 'only a pooler calls', sketch: 'service api { instances: 50 }\nload-balancer pool\ncore-database db { maxConnections: 100, connectionsPerClientInstance: 20 }\napi -> pool -> db' },
  ],
  notStated: [
    { when: 'the size of a pool is open', sketch: db('instances: 50', 'maxConnections: 100'), fields: ['connectionsPerClientInstance'] },
    { when: 'the limit is open', sketch: db('instances: 50', 'connectionsPerClientInstance: 20'), fields: ['maxConnections'] },
    { when: 'a number of copies is open', sketch: db('instances: 50', 'maxConnections: 100, connectionsPerClientInstance: 20', 'worker w\nw -> db { access: read }'), fields: ['instances'] },
    { when: 'nobody speaks of connections', sketch: db('instances: 50', ''), fields: [] },
  ],
});
