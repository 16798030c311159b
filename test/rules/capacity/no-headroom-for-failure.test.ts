import { noHeadroomForFailure } from '#rules/capacity/no-headroom-for-failure.ts';
import { testRule } from '../../support/test-rule.ts';

const api = (rps: number, values: string, kind = 'service'): string => `client web\n${kind} api "Shop" { perInstanceRps: 1000, ${values} }\nweb -> api { peakRps: ${rps}, access: read }`;

testRule(noHeadroomForFailure, {
  fires: [
    { when: 'the other copy would be full', sketch: api(1000, 'instances: 2'), primary: 'api', severity: 'suggestion', message: 'If one copy of Shop fails at peak, the rest is overloaded (estimate).', fixes: ['Run 3 copies of Shop'] },
    { when: 'the others would be too few', sketch: api(3500, 'instances: 4'), fixes: ['Run 5 copies of Shop'] },
    { when: 'the other zone would be too small', sketch: api(3000, 'instances: 6, zones: 2'), message: /^If one zone of Shop/, fixes: ['Run 7 copies of Shop'] },
    { when: 'even the most copies leave no room', sketch: api(3500, 'instances: 2, maxInstances: 4, autoScaling: automatic'), fixes: ['Let Shop grow to 8 copies'] },
    { when: 'the copies that run are few beside what it may grow to', sketch: api(6000, 'instances: 2, maxInstances: 10, autoScaling: automatic'), fixes: ['Let Shop grow to 13 copies'] },
    { when: 'copies and zones are both too few', sketch: api(1500, 'instances: 2, zones: 2'), fixes: ['Run 4 copies of Shop'] },
    ...['worker', 'api-gateway', 'load-balancer'].map((kind) => ({ when: `the other copy of a ${kind} would be full`, sketch: api(1000, 'instances: 2', kind) })),
  ],
  silent: [
    { when: 'the others still have room', sketch: api(1500, 'instances: 3') },
    { when: 'the other copy just suffices', sketch: api(999, 'instances: 2') },
    { when: 'the other zone just suffices', sketch: api(2999, 'instances: 6, zones: 2') },
    { when: 'it may grow after the failure', sketch: api(1000, 'instances: 2, maxInstances: 9, autoScaling: automatic') },
    { when: 'nobody says how many copies run', sketch: api(3500, 'maxInstances: 4, autoScaling: automatic') },
    { when: 'it runs in one copy', sketch: api(500, 'instances: 1') },
    { when: 'it is overloaded already', sketch: api(2000, 'instances: 2') },
    { when: 'its limit is not known', sketch: api(1000, 'instances: 2').replace('perInstanceRps: 1000, ', '') },
    { when: 'it is a database', sketch: 'client web\nservice api\ncore-database db { instances: 2, perInstanceReadRps: 1000 }\nweb -> api { peakRps: 900, access: read }\napi -> db { access: read }' },
    { when: 'it works behind a broker', sketch: 'service api\nqueue jobs\nworker mailer { instances: 2, perInstanceRps: 100 }\napi -> jobs { peakRps: 100 }\njobs -> mailer' },
  ],
});
