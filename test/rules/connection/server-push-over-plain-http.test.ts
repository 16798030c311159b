import { serverPushOverPlainHttp } from '#rules/connection/server-push-over-plain-http.ts';
import { testRule } from '../../support/test-rule.ts';

const push = (values: string, server = 'service feed "Feed"'): string => `client web "Web"\n${server}\nweb -> feed { serverPush: true, ${values} }`;
const fixes = ['Push by server-sent events, one way', 'Talk both ways by WebSocket', 'Poll with long waits'];

testRule(serverPushOverPlainHttp, {
  fires: [
    { when: 'pushes over HTTP', sketch: push('protocol: http'), primary: 'c1', severity: 'warning', message: 'Web expects pushes, but plain HTTP only answers requests.', related: ['web', 'feed'], fixes },
    { when: 'nothing is said of the protocol', sketch: push(''), severity: 'suggestion', message: 'Over which protocol does Feed push to Web?', fixes },
    { when: 'between services', sketch: 'service a\nservice b\na -> b { serverPush: true, protocol: http }', severity: 'warning', fixes },
    { when: 'the gateway refuses WebSockets', sketch: push('protocol: http', 'api-gateway feed { websocketSupport: false }'), fixes: [fixes[0] ?? '', fixes[2] ?? ''] },
  ],
  silent: [
    ...['sse', 'websocket', 'long-polling', 'mqtt', 'grpc', 'webrtc'].map((protocol) => ({ when: `pushes over ${protocol}`, sketch: push(`protocol: ${protocol}`) })),
    { when: 'nothing is pushed', sketch: 'client web\nservice feed\nweb -> feed { serverPush: false, protocol: http }' },
    { when: 'nothing is said of pushes', sketch: 'client web\nservice feed\nweb -> feed { protocol: http }' },
    { when: 'a provider calls back', sketch: 'service api\nexternal-system pay\napi -> pay { serverPush: true, protocol: http }' },
    { when: 'a partner is called back', sketch: 'service api\nexternal-system partner\npartner -> api { serverPush: true }' },
  ],
});
