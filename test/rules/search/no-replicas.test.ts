import { searchNoReplicas } from '#rules/search/no-replicas.ts';
import { testRule } from '../../support/test-rule.ts';

const search = (index: string, more = '', client = 'client web'): string => `${client}\nservice api\nsearch-database index "Index" { ${index} }\nweb -> api -> index\n${more}`;

testRule(searchNoReplicas, {
  fires: [
    { when: 'there is none', sketch: search('replicasPerShard: 0'), primary: 'index', severity: 'warning', message: 'Index has no replica shards; one node failure makes part of the index unavailable.', fixes: ['Keep one replica of each shard'] },
    { when: 'high availability is denied', sketch: search('replicasPerShard: 0, highAvailability: none'), severity: 'warning' },
    { when: 'little is promised', sketch: search('replicasPerShard: 0', 'settings { availabilityTarget: 0.99 }'), severity: 'suggestion' },
    { when: 'a little more is promised', sketch: search('replicasPerShard: 0', 'settings { availabilityTarget: 0.991 }'), severity: 'warning' },
    { when: 'all users are trusted', sketch: search('replicasPerShard: 0', '', 'client web { trusted: true }'), severity: 'suggestion' },
    { when: 'another reason is given', sketch: search('replicasPerShard: 0, rationale: "Search is not important."'), severity: 'warning' },
  ],
  silent: [
    { when: 'there is one', sketch: search('replicasPerShard: 1') },
    ...['active-passive', 'active-active', 'managed'].map((way) => ({ when: `it is ${way}`, sketch: search(`replicasPerShard: 0, highAvailability: ${way}`) })),
    { when: 'it is being loaded', sketch: search('replicasPerShard: 0, rationale: "None during the Bulk load."') },
    { when: 'it is being imported', sketch: search('replicasPerShard: 0, rationale: "Added after the import."') },
  ],
  notStated: [
    { when: 'replicas are open', sketch: search(''), fields: ['replicasPerShard'] },
    { when: 'replicas are open, and it is managed', sketch: search('highAvailability: managed'), fields: [] },
  ],
});
