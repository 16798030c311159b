import { weakRedundancy } from '#rules/blob-storage/weak-redundancy.ts';
import { testRule } from '../../support/test-rule.ts';

const bucket = (values: string, entities = ''): string => `${entities}\nservice api\nblob-storage files "Files" { ${values} }\ncore-database db\napi -> files\napi -> db`;
const spread = ['Spread it over several zones'];
const own = 'entity photo "Photo" { sourceOfTruth: files }';

testRule(weakRedundancy, {
  fires: [
    { when: 'there is one device', sketch: bucket('redundancy: single-device'), primary: 'files', severity: 'warning', message: 'Files is lost with its one device.', fixes: spread },
    { when: 'one zone keeps the truth', sketch: bucket('redundancy: single-zone', own), severity: 'warning', message: /lost with its zone, and nothing else keeps Photo/, fixes: spread },
    { when: 'loss is declared unacceptable', sketch: bucket('redundancy: single-zone', 'entity photo { sourceOfTruth: files, lossTolerant: false }') },
    { when: 'some of what is stored matters', sketch: bucket('redundancy: single-device, dataStored: [photo, thumb]', 'entity photo {}\nentity thumb { lossTolerant: true }') },
    { when: 'what is stored has its truth here', sketch: bucket('redundancy: single-device, dataStored: [photo]', own) },
    { when: 'an unknown thing is stored', sketch: bucket('redundancy: single-device, dataStored: [ghost]') },
    { when: 'the reason speaks of other things', sketch: bucket('redundancy: single-device, rationale: "It is cheap."') },
  ],
  silent: [
    { when: 'it spans zones', sketch: bucket('redundancy: multi-zone', own) },
    { when: 'it spans regions', sketch: bucket('redundancy: cross-region', own) },
    { when: 'one zone keeps nobody’s truth', sketch: bucket('redundancy: single-zone, dataStored: [photo]', 'entity photo {}') },
    { when: 'the truth may be lost', sketch: bucket('redundancy: single-zone', 'entity photo { sourceOfTruth: files, lossTolerant: true }') },
    { when: 'all that is stored may be lost', sketch: bucket('redundancy: single-device, dataStored: [thumb]', 'entity thumb { lossTolerant: true }') },
    { when: 'the truth is elsewhere', sketch: bucket('redundancy: single-device, dataStored: [copy]', 'entity copy { sourceOfTruth: db }') },
    { when: 'what a connection carries there may be lost', sketch: 'entity thumb { lossTolerant: true }\nservice api\nblob-storage files { redundancy: single-device }\napi -> files { access: write, dataFlows: [thumb] }' },
    ...['Rebuilt from the masters.', 'We can rebuild it.', 'A job rebuilds them.', 'Regenerated each night.', 'We regenerate them.', 'Derived from the originals.'].map((rationale) => ({ when: `the reason is: ${rationale}`, sketch: bucket(`redundancy: single-device, rationale: "${rationale}"`) })),
    { when: "it is somebody else's", sketch: bucket('redundancy: single-device, inScope: false') },
  ],
  notStated: [{ when: 'the redundancy is open', sketch: bucket(''), fields: ['redundancy'] }],
});
