import { expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import { payloadTooLarge } from '#rules/api-gateway/payload-too-large.ts';
import { fixesOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { freshIds, testRule } from '../../support/test-rule.ts';

const mebibyte = 2 ** 20;
const upload = (bytes: number | undefined, { gateway = `maxPayloadBytes: ${10 * mebibyte}`, connection = '', more = '' } = {}): string =>
  `client web "Web"\napi-gateway gw "Gateway" { ${gateway} }\nservice api\nweb -> gw as up { ${bytes === undefined ? '' : `requestBytes: ${bytes}, `}${connection} }\ngw -> api\n${more}`;

testRule(payloadTooLarge, {
  fires: [
    { when: 'a request is too large', sketch: upload(200 * mebibyte), primary: 'up', severity: 'error', message: '200 MiB requests exceed what Gateway accepts (10 MiB).', related: ['gw'], fixes: [] },
    { when: 'it is just too large', sketch: upload(10 * mebibyte + 1), severity: 'error' },
    { when: 'the limit is small', sketch: upload(2000, { gateway: 'maxPayloadBytes: 1000' }), severity: 'error' },
    { when: 'the limit is open', sketch: upload(10 * mebibyte + 1, { gateway: '' }), severity: 'suggestion', message: 'Does Gateway accept bodies of 10 MiB?' },
    { when: 'a smaller limit is taken as usual', sketch: `settings { lintConfig: { rules: { api-gateway/payload-too-large: [error, { usualLimitBytes: 1000 }] } } }\n${upload(1001, { gateway: '' })}`, severity: 'suggestion' },
    { when: 'a bucket could take it', sketch: upload(200 * mebibyte, { more: 'blob-storage other\nblob-storage files "Files"\napi -> files { access: write }\napi -> other { access: read }' }), fixes: ['Upload to Files with a presigned URL, and ask only for the URL here'] },
    { when: 'it comes through a balancer', sketch: `client web\nload-balancer lb\napi-gateway gw { maxPayloadBytes: 1000 }\nservice api\nblob-storage files\nweb -> lb\nlb -> gw as up { requestBytes: 2000 }\ngw -> api -> files`, primary: 'up', fixes: [] },
    { when: 'the upload is said not to come in parts', sketch: upload(200 * mebibyte, { connection: 'chunkedUpload: false' }), severity: 'error' },
  ],
  silent: [
    { when: 'it just fits', sketch: upload(10 * mebibyte) },
    { when: 'the size is not stated', sketch: upload(undefined) },
    { when: 'it comes in parts', sketch: upload(200 * mebibyte, { connection: 'chunkedUpload: true' }) },
    { when: 'the limit is open and the size usual', sketch: upload(10 * mebibyte, { gateway: '' }) },
    { when: 'it leaves the gateway', sketch: `client web\napi-gateway gw { maxPayloadBytes: 1000 }\nservice api\nweb -> gw\ngw -> api { requestBytes: 2000 }` },
  ],
});

test('the large part goes to the bucket behind the gateway, what is left asks for the URL', () => {
  const diagram = sketch(upload(200 * mebibyte, { connection: 'access: write', more: 'blob-storage apart\nblob-storage files\nservice other\nother -> apart { access: write }\napi -> files { access: read }' }));
  const finding = validate(diagram).findings.find(({ rule }) => rule === payloadTooLarge.id);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  const after = applyDiff(diagram, step?.diff ?? {});
  expect(after.connections.get('up')?.properties).toEqual({ access: 'write' });
  expect(after.connections.get('new1')).toMatchObject({ from: 'web', to: 'files', properties: { access: 'write', authorization: 'presigned-url', chunkedUpload: true, requestBytes: 200 * mebibyte } });
});
