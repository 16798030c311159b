import { highUtilization } from '#rules/capacity/high-utilization.ts';
import { testRule } from '../../support/test-rule.ts';

const api = (rps: number, values = 'instances: 10, perInstanceRps: 1000', settings = ''): string => `${settings}\nclient web\nservice api "Shop" { ${values} }\nweb -> api { peakRps: ${rps}, access: read }`;
const warnAt = (share: number): string => `settings { lintConfig: { rules: { capacity/high-utilization: [warning, { warnAt: ${share} }] } } }`;

testRule(highUtilization, {
  fires: [
    { when: 'little is left', sketch: api(8500), primary: 'api', severity: 'warning', message: 'Shop runs at 85 % at peak; waiting time rises steeply from here (estimate).', related: ['web'], fixes: ['Run 13 copies of Shop'] },
    { when: 'it is just full enough', sketch: api(7000), message: /70 %/, fixes: ['Run 11 copies of Shop'] },
    { when: 'nearly nothing is left', sketch: api(9999), message: /99 %/ },
    { when: 'the larger of reads and writes counts', sketch: 'client web\nservice api\ncore-database db "Orders" { perInstanceReadRps: 1000, perInstanceWriteRps: 100 }\nweb -> api { peakRps: 200, access: read-write, readFraction: 0.6 }\napi -> db { access: read-write }', message: /^Orders runs at 80 %/ },
    { when: 'less is configured to be too much', sketch: api(5000, undefined, warnAt(0.5)), fixes: ['Run 11 copies of Shop'] },
  ],
  silent: [
    { when: 'half is left', sketch: api(5000) },
    { when: 'it is just not full enough', sketch: api(6999) },
    { when: 'it is overloaded', sketch: api(10_000) },
    { when: 'more is configured to be too much', sketch: api(8500, undefined, warnAt(0.9)) },
    { when: 'it may grow', sketch: api(8500, 'instances: 10, maxInstances: 20, perInstanceRps: 1000, autoScaling: automatic') },
    { when: 'it works behind a broker', sketch: 'service api\nqueue jobs\nworker mailer { instances: 1, perInstanceRps: 100 }\napi -> jobs { peakRps: 85 }\njobs -> mailer' },
    { when: 'its limit is not known', sketch: api(8500, 'instances: 10') },
  ],
});
