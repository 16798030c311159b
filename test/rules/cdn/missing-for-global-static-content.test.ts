import { missingForGlobalStaticContent } from '#rules/cdn/missing-for-global-static-content.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = 'entity image "Image" { classification: public, mutability: immutable }\nentity post { classification: public, mutability: append-only }\nentity price { classification: public, mutability: mutable }\nentity memo { classification: internal, mutability: immutable }';
const fetch = (connection: string, { client = 'audience: global, clientType: web', target = 'service app', more = '' } = {}): string => `${entities}\nclient web "Web" { ${client} }\n${target}\nweb -> app as fetch { ${connection} }\n${more}`;
const large = 'access: read, dataFlows: [image], responseBytes: 500000';
const cdn = ['Put a CDN in front'];

testRule(missingForGlobalStaticContent, {
  fires: [
    { when: 'images come from the app server', sketch: fetch(large), primary: 'fetch', severity: 'suggestion', message: /^Web fetches Image from one place/, related: ['web', 'app'], fixes: cdn },
    { when: 'a mobile app asks', sketch: fetch(large, { client: 'audience: global, clientType: mobile' }) },
    { when: 'posts are only ever added', sketch: fetch('access: read, dataFlows: [price, post], responseBytes: 500000') },
    { when: 'it also writes', sketch: fetch('access: read-write, dataFlows: [image], responseBytes: 500000'), fixes: cdn },
    { when: 'the answer is at the threshold', sketch: fetch('access: read, dataFlows: [image], responseBytes: 102400') },
    { when: 'a gateway stands in front', sketch: fetch(large, { target: 'api-gateway app', more: 'service s\napp -> s' }), fixes: cdn },
    { when: 'a CDN cannot fetch from there', sketch: fetch(large, { target: 'worker app' }), fixes: [] },
    { when: 'a bucket is not reported', sketch: fetch(large, { more: 'blob-storage photos\napp -> photos { access: write }' }) },
    {
      when: 'the other rule is off',
      sketch: `settings { lintConfig: { rules: { blob-storage/download-without-cdn: off } } }\n${fetch(large, { target: 'blob-storage app' })}`,
      fixes: cdn,
    },
  ],
  silent: [
    { when: 'a CDN is drawn', sketch: fetch(large, { more: 'cdn edge\nedge -> app' }) },
    { when: 'the bucket is reported already', sketch: fetch(large, { target: 'blob-storage app' }) },
    { when: 'another bucket is reported already', sketch: fetch(large, { more: 'blob-storage photos\nweb -> photos { access: read }' }) },
    { when: 'the answer is just below the threshold', sketch: fetch('access: read, dataFlows: [image], responseBytes: 102399') },
    { when: 'content changes', sketch: fetch('access: read, dataFlows: [price], responseBytes: 500000') },
    { when: 'content is internal', sketch: fetch('access: read, dataFlows: [memo], responseBytes: 500000') },
    { when: 'nobody knows the content', sketch: fetch('access: read, responseBytes: 500000') },
    { when: 'it writes', sketch: fetch('access: write, dataFlows: [image], responseBytes: 500000') },
    { when: 'users are near', sketch: fetch(large, { client: 'audience: single-region, clientType: web' }) },
    { when: 'nobody knows where users are', sketch: fetch(large, { client: 'clientType: web' }) },
    { when: 'users sit at desktops', sketch: fetch(large, { client: 'audience: global, clientType: desktop' }) },
    { when: 'a service asks', sketch: `${entities}\nservice web\nservice app\nweb -> app { ${large} }` },
  ],
  notStated: [
    { when: 'the size is open', sketch: fetch('access: read, dataFlows: [image]'), fields: ['responseBytes'] },
    { when: 'the access is open', sketch: fetch('dataFlows: [image], responseBytes: 500000'), fields: ['access'] },
  ],
});
