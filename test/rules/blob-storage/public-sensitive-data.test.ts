import { publicSensitiveData } from '#rules/blob-storage/public-sensitive-data.ts';
import { testRule } from '../../support/test-rule.ts';

const stored = (access: string, classification = 'classification: financial'): string =>
  `entity invoice "Invoice" { ${classification} }\nservice billing\nblob-storage files "Files" { ${access}, dataStored: [invoice] }\nbilling -> files`;
const close = ['Close it and require presigned URLs'];

testRule(publicSensitiveData, {
  fires: [
    { when: 'invoices are public', sketch: stored('accessControl: public-read'), primary: 'files', severity: 'error', message: 'Files is public and holds Invoice (financial).', fixes: close },
    { when: 'everybody may write, too', sketch: stored('accessControl: public-read-write'), severity: 'error', fixes: close },
    ...['personal', 'secret'].map((word) => ({ when: `data is ${word}`, sketch: stored('accessControl: public-read', `classification: ${word}`) })),
    { when: 'a connection carries it there', sketch: 'entity photo { classification: public }\nentity scan "Scan" { classification: personal }\nservice api\nblob-storage files { accessControl: public-read, dataStored: [photo] }\napi -> files { access: write, dataFlows: [scan] }', message: /holds Scan \(personal\)/ },
    { when: 'a CDN stands in front', sketch: `${stored('accessControl: public-read')}\ncdn edge\nedge -> files`, fixes: close },
  ],
  silent: [
    { when: 'data is public', sketch: stored('accessControl: public-read', 'classification: public') },
    { when: 'data is internal', sketch: stored('accessControl: public-read', 'classification: internal') },
    { when: 'nobody has classified it', sketch: stored('accessControl: public-read', '') },
    ...['private', 'presigned-url', 'iam'].map((word) => ({ when: `access is ${word}`, sketch: stored(`accessControl: ${word}`) })),
    { when: 'it leaves for elsewhere', sketch: 'entity scan { classification: personal }\nservice api\nblob-storage files { accessControl: public-read }\nqueue q\napi -> files\nfiles -> q { dataFlows: [scan] }' },
    { when: "it is somebody else's", sketch: stored('accessControl: public-read, inScope: false') },
  ],
  notStated: [{ when: 'the access control is open', sketch: stored('versioning: true'), fields: ['accessControl'] }],
});
