import { uploadProxiedThroughService } from '#rules/blob-storage/upload-proxied-through-service.ts';
import { testRule } from '../../support/test-rule.ts';

const large = 'requestBytes: 52428800';
const upload = (first: string, last = 'access: write', { client = '', service = '', more = '' } = {}): string => `${more}\nclient web { ${client} }\nservice api "Files API" { ${service} }\nblob-storage files "Files"\nweb -> api { ${first} }\napi -> files { ${last} }`;

testRule(uploadProxiedThroughService, {
  fires: [
    { when: 'a service carries fifty megabytes', sketch: upload(`access: write, ${large}`), primary: 'api', severity: 'warning', message: 'Files API carries 50 MiB uploads to Files; let the client upload directly with a presigned URL.', fixes: ['Upload directly with a presigned URL'] },
    { when: 'the size stands at the bucket', sketch: upload('access: write', `access: write, ${large}`) },
    { when: 'the size follows from the data', sketch: upload('access: write, dataFlows: [video]', 'access: write, dataFlows: [video]', { more: 'entity video { averageBytes: 90000000 }' }) },
    { when: 'a gateway stands in front', sketch: `client web\napi-gateway gw\nservice api\nblob-storage files\nweb -> gw { access: write, ${large} }\ngw -> api { access: write }\napi -> files { access: write }`, primary: 'api' },
  ],
  silent: [
    { when: 'the client uploads directly', sketch: `${upload(`access: write, ${large}`)}\nweb -> files { access: write, authorization: presigned-url }` },
    { when: 'the size is not stated', sketch: upload('access: write') },
    { when: 'files are small', sketch: upload('access: write, requestBytes: 20000') },
    { when: 'the access of the first step is open', sketch: upload(large) },
    { when: 'the client is internal', sketch: upload(`access: write, ${large}`, 'access: write', { client: 'clientType: internal' }) },
    { when: 'the client is trusted', sketch: upload(`access: write, ${large}`, 'access: write', { client: 'trusted: true' }) },
    { when: 'a virus scan is the reason', sketch: upload(`access: write, ${large}`, 'access: write, rationale: "Scanned for viruses."') },
    { when: 'the service is a proxy with a reason', sketch: upload(`access: write, ${large}`, 'access: write', { service: 'role: proxy, rationale: "Encrypts at the edge."' }) },
    { when: 'the steps carry different data', sketch: upload(`access: write, ${large}, dataFlows: [a]`, 'access: write, dataFlows: [b]', { more: 'entity a {}\nentity b {}' }) },
    { when: 'nobody waits', sketch: upload(`access: write, synchrony: async, ${large}`) },
  ],
});
