import { hotPartitionKey } from '#rules/stream/hot-partition-key.ts';
import { testRule } from '../../support/test-rule.ts';

const clicks = (stream: string): string => `service api\nstream clicks "Clicks" { ${stream} }\nworker w\napi -> clicks -> w`;

testRule(hotPartitionKey, {
  fires: [
    { when: 'the key is a country', sketch: clicks('partitions: 12, partitionKey: country'), primary: 'clicks', severity: 'warning', message: '"country" has few values; most of 12 partitions stay idle and one gets hot.', fixes: [] },
    ...['Region', 'type', 'status', 'date', 'day', 'hour', 'tenant_type', 'tenantType', 'gender', 'boolean'].map((key) => ({ when: `the key is ${key}`, sketch: clicks(`partitions: 2, partitionKey: " ${key} "`), message: new RegExp(`^"${key}" has`) })),
    { when: 'its values are stated to be few', sketch: clicks('partitions: 12, partitionKey: planId, partitionKeyCardinality: low'), message: /^"planId"/ },
    { when: 'the key is not named', sketch: clicks('partitions: 12, partitionKeyCardinality: low'), message: /^The key of Clicks has few values/ },
    { when: 'the rationale speaks of something else', sketch: clicks('partitions: 12, partitionKey: country, rationale: "Reports go by country."') },
  ],
  silent: [
    { when: 'the key is fine', sketch: clicks('partitions: 12, partitionKey: adId') },
    { when: 'the key only contains such a word', sketch: clicks('partitions: 12, partitionKey: countryId') },
    { when: 'its values are stated to be many', sketch: clicks('partitions: 12, partitionKey: country, partitionKeyCardinality: medium') },
    { when: 'there is one partition', sketch: clicks('partitions: 1, partitionKey: country') },
    ...['Salted with the ad.', 'A random SUFFIX is added.', 'A two-stage sum.'].map((rationale) => ({ when: `the rationale says: ${rationale}`, sketch: clicks(`partitions: 12, partitionKey: country, rationale: "${rationale}"`) })),
  ],
  notStated: [
    { when: 'nothing is said', sketch: clicks(''), fields: ['partitions', 'partitionKeyCardinality'] },
    { when: 'the values of the key are open', sketch: clicks('partitions: 12, partitionKey: adId'), fields: ['partitionKeyCardinality'] },
    { when: 'the partitions are open', sketch: clicks('partitionKey: country'), fields: ['partitions'] },
    { when: 'the values are many', sketch: clicks('partitionKeyCardinality: high'), fields: [] },
  ],
});
