import { hotKey } from '#rules/cache/hot-key.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string, rps = 'peakRps: 400000,'): string =>
  `client web\nservice api\ndistributed-cache cache "Hot" { ${values} }\nweb -> api { ${rps} access: read }\napi -> cache { interaction: request, access: read }`;

testRule(hotKey, {
  fires: [
    {
      when: 'half of the reads fall on one key',
      sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000'),
      severity: 'warning',
      message: 'One key of Hot is read about 200,000/s (estimate), and its shard sustains 100,000/s.',
      related: ['api'],
      fixes: ['Keep hot keys in the callers as well', 'Spread copies of hot keys'],
    },
    { when: 'nothing is done about it', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000, hotKeyMitigation: none') },
    { when: 'more shards do not help', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000, instances: 20') },
    { when: 'just above the capacity', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 199999') },
    { when: 'the reads are stated at the cache', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000', '').replace('interaction: request,', 'interaction: request, peakRps: 400000,') },
  ],
  silent: [
    { when: 'the capacity is just reached', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 200000') },
    ...['local-cache', 'key-replication'].map((mitigation) => ({ when: `there is ${mitigation}`, sketch: cache(`hottestKeyShare: 0.5, perInstanceRps: 100000, hotKeyMitigation: ${mitigation}`) })),
    { when: 'the writes are many', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000').replaceAll('access: read', 'access: write') },
  ],
  notStated: [
    { when: 'the share is open', sketch: cache('perInstanceRps: 100000'), fields: [] },
    { when: 'the capacity is open', sketch: cache('hottestKeyShare: 0.5'), fields: ['perInstanceRps'] },
    { when: 'whether it is read is open', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000').replace('interaction: request, access: read', 'interaction: request'), fields: ['access'] },
    { when: 'the rate is open', sketch: cache('hottestKeyShare: 0.5, perInstanceRps: 100000', ''), fields: ['peakRps'] },
  ],
});
