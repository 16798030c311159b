import { slowWorkInRequestPath } from '#rules/connection/slow-work-in-request-path.ts';
import { testRule } from '../../support/test-rule.ts';

const work = (target: string, values = '', { caller = 'service api "API"', start = 'client web "Web"', more = '' } = {}): string =>
  `${start}\n${caller}\n${target}\nweb -> api\napi -> to as slow { ${values} }\n${more}`;
const transcoder = 'service to "Transcoder" { latencyP50Ms: 30000 }';
const fixes = ['Put Transcoder behind a queue'];

testRule(slowWorkInRequestPath, {
  fires: [
    { when: 'transcoding', sketch: work(transcoder), primary: 'slow', severity: 'warning', message: 'Users wait for Transcoder (30 s).', related: ['to', 'api'], fixes },
    { when: 'just slow', sketch: work('service to { latencyP50Ms: 1000 }'), message: /\(1 s\)/ },
    { when: 'the service time is stated only', sketch: work('worker to { serviceTimeMs: 1200 }'), message: /\(1\.2 s\)/ },
    { when: 'a slow provider', sketch: work('external-system to "Pay" { latencyP50Ms: 1500 }'), fixes: ['Put Pay behind a queue'] },
    { when: 'a slow provider that is read', sketch: work('external-system to "Rates" { latencyP50Ms: 1500 }', 'access: read'), fixes: ['Put Rates behind a queue'] },
    { when: 'a worker is called synchronously', sketch: work('worker to "Resizer"', 'synchrony: sync'), severity: 'warning', message: 'Users wait for Resizer: API calls this worker and stays until it is done.', fixes: ['Put Resizer behind a queue'] },
    { when: 'a quick worker is called synchronously', sketch: work('worker to { serviceTimeMs: 20 }', 'synchrony: sync'), message: /stays until it is done/ },
    { when: 'the target asks for less', sketch: `settings { latencyTargetP99Ms: 29999 }\n${work(transcoder)}`, fixes },
    { when: 'deep inside', sketch: `${work('service to', '', { more: 'service inner "Inner" { latencyP50Ms: 5000 }\nto -> inner as deep' })}`, primary: 'deep', fixes: ['Put Inner behind a queue'] },
    { when: 'a gateway hands it on', sketch: work(transcoder, '', { caller: 'api-gateway api' }), fixes },
    { when: 'a balancer hands it on', sketch: work(transcoder, '', { caller: 'load-balancer api' }), fixes: [] },
    { when: 'the client calls it itself', sketch: 'client web\nservice to { latencyP50Ms: 2000 }\nweb -> to', primary: 'c1', fixes: [] },
    { when: 'less is slow', sketch: `settings { lintConfig: { rules: { connection/slow-work-in-request-path: [warning, { ms: 100 }] } } }\n${work('service to { latencyP50Ms: 100 }')}`, message: /\(100 ms\)/ },
  ],
  silent: [
    { when: 'just quick', sketch: work('service to { latencyP50Ms: 999 }') },
    { when: 'the latency counts, not the service time', sketch: work('service to { latencyP50Ms: 500, serviceTimeMs: 2000 }') },
    { when: 'the job is queued', sketch: `client web\nservice api\nqueue q\n${transcoder}\nweb -> api -> q -> to` },
    { when: 'it is not critical', sketch: work(transcoder, 'critical: false') },
    { when: 'nobody waits', sketch: work(transcoder, 'synchrony: async') },
    { when: 'the connection stays open', sketch: work(transcoder, 'protocol: websocket') },
    { when: 'the target allows it', sketch: `settings { latencyTargetP99Ms: 30000 }\n${work(transcoder)}` },
    { when: 'the target allows a synchronous worker', sketch: `settings { latencyTargetP99Ms: 300 }\n${work('worker to { serviceTimeMs: 200 }', 'synchrony: sync')}` },
    { when: 'a slow database is another matter', sketch: work('core-database to { latencyP50Ms: 5000 }') },
    { when: 'no user waits', sketch: work(transcoder, '', { start: 'scheduled-job web' }) },
    { when: 'nothing is said of a service', sketch: work('service to') },
  ],
  notStated: [
    { when: 'nothing is said of a provider', sketch: work('external-system to'), fields: ['latencyP50Ms'] },
    { when: 'nothing is said of a worker', sketch: work('worker to'), fields: ['latencyP50Ms', 'synchrony'] },
    { when: 'a quick worker, and nothing is said of waiting', sketch: work('worker to { serviceTimeMs: 5 }'), fields: ['synchrony'] },
  ],
});
