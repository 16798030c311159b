import { grpcOnL4 } from '#rules/load-balancer/grpc-on-l4.ts';
import { testRule } from '../../support/test-rule.ts';

interface Parts {
  readonly balancer?: string;
  readonly target?: string;
  readonly arriving?: string;
  readonly leaving?: string;
  readonly caller?: string;
}

const rates = ({ balancer = 'layer: L4', target = 'instances: 3', arriving = 'protocol: grpc', leaving = 'protocol: grpc', caller = 'service' }: Parts = {}): string =>
  `${caller} api\nload-balancer lb "Edge" { ${balancer} }\nservice rates "Rates" { ${target} }\napi -> lb { ${arriving} }\nlb -> rates { ${leaving} }`;

testRule(grpcOnL4, {
  fires: [
    { when: 'a service calls three copies', sketch: rates(), primary: 'lb', severity: 'warning', message: 'gRPC keeps one connection; behind L4 Edge all calls of a client stay on one instance of Rates.', related: ['c1', 'c2', 'rates'], fixes: ['Change L4 to L7', 'Callers balance by themselves'] },
    { when: 'there are two copies', sketch: rates({ target: 'instances: 2' }) },
    { when: 'copies come and go', sketch: rates({ target: 'autoScaling: automatic' }) },
    { when: 'one side only says that it is gRPC', sketch: rates({ arriving: '' }) },
    { when: 'the second target is scaled', sketch: `${rates({ target: 'instances: 1' })}\nservice more "More" { instances: 2 }\nlb -> more`, message: /of More\.$/ },
    { when: 'connections are one too few', sketch: rates({ arriving: 'protocol: grpc, concurrentConnections: 149' }) },
    { when: 'the largest target decides how many are enough', sketch: `${rates({ arriving: 'protocol: grpc, concurrentConnections: 150' })}\nservice more { instances: 4 }\nlb -> more` },
    { when: 'callers say that they do not balance', sketch: rates({ arriving: 'protocol: grpc, clientSideLoadBalancing: false' }) },
    { when: 'clients state that they hold few connections', sketch: rates({ caller: 'client', arriving: 'protocol: grpc, concurrentConnections: 10' }) },
    { when: 'a client and a service call', sketch: `${rates()}\nclient app\napp -> lb { protocol: grpc }` },
    { when: 'a service calls through a gateway', sketch: 'service api\napi-gateway gw\nload-balancer lb { layer: L4 }\nservice rates { instances: 3 }\napi -> gw -> lb\nlb -> rates { protocol: grpc }' },
  ],
  silent: [
    { when: 'it is L7', sketch: rates({ balancer: 'layer: L7' }) },
    { when: 'there is one copy', sketch: rates({ target: 'instances: 1' }) },
    { when: 'callers balance', sketch: rates({ arriving: 'protocol: grpc, clientSideLoadBalancing: true' }) },
    { when: 'another caller balances', sketch: `${rates()}\nservice other\nother -> lb { clientSideLoadBalancing: true }` },
    { when: 'connections are short', sketch: rates({ arriving: 'protocol: grpc, connectionLifetime: short' }) },
    { when: 'there are 50 connections for each copy', sketch: rates({ arriving: 'protocol: grpc, concurrentConnections: 150' }) },
    { when: 'only clients call', sketch: rates({ caller: 'client' }) },
    { when: 'only clients call, through a gateway', sketch: 'client app\napi-gateway gw\nload-balancer lb { layer: L4 }\nservice rates { instances: 3 }\napp -> gw -> lb\nlb -> rates { protocol: grpc }' },
    { when: 'the protocol is HTTP', sketch: rates({ arriving: 'protocol: http', leaving: 'protocol: http' }) },
  ],
  notStated: [
    { when: 'the layer is open', sketch: rates({ balancer: '' }), fields: ['layer'] },
    { when: 'the copies are open', sketch: rates({ target: '' }), fields: ['instances'] },
    { when: 'both are open', sketch: rates({ balancer: '', target: '' }), fields: ['layer', 'instances'] },
    { when: 'the layer is open, and it would not matter', sketch: rates({ balancer: '', arriving: 'protocol: grpc, clientSideLoadBalancing: true' }), fields: [] },
  ],
});
