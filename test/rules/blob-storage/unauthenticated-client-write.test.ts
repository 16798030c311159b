import { unauthenticatedClientWrite } from '#rules/blob-storage/unauthenticated-client-write.ts';
import { testRule } from '../../support/test-rule.ts';

const upload = (connection: string, bucket = '', client = ''): string => `client web "Web" { ${client} }\nblob-storage files "Files" { ${bucket} }\nweb -> files { access: write, ${connection} }`;
const signed = ['Require presigned URLs'];

testRule(unauthenticatedClientWrite, {
  fires: [
    { when: 'the bucket is public for writing', sketch: upload('', 'accessControl: public-read-write'), primary: 'files', severity: 'error', message: /^Anyone can write to Files/, fixes: signed },
    { when: 'it is public, although this client shows a token', sketch: upload('authorization: token', 'accessControl: public-read-write'), severity: 'error', fixes: signed },
    { when: 'it is public, and only a service writes', sketch: 'service api\nblob-storage files { accessControl: public-read-write }\napi -> files { access: write }', severity: 'error', fixes: signed },
    { when: 'a stranger needs nothing', sketch: upload('authorization: none', '', 'trusted: false'), severity: 'error', message: /^Anyone can write to Files: uploads of Web/, related: ['web'], fixes: signed },
    { when: 'a private bucket does not help', sketch: upload('authorization: none', 'accessControl: private', 'trusted: false'), severity: 'error' },
    { when: "somebody else's system needs nothing", sketch: 'external-system partner\nblob-storage files\npartner -> files { access: write, authorization: none }', severity: 'error', related: ['partner'] },
    { when: 'a client that may be trusted needs nothing', sketch: upload('authorization: none'), severity: 'warning', message: /nothing says that it is trusted/, fixes: signed },
    { when: 'the worst client decides', sketch: `${upload('authorization: none')}\nclient app { trusted: false }\napp -> files { access: write, authorization: none }`, severity: 'error', related: ['web', 'app'] },
    { when: 'nothing is said', sketch: upload(''), severity: 'suggestion', message: 'What authorises the uploads of Web to Files?', fixes: signed },
    { when: 'nothing is said, of a stranger', sketch: upload('', '', 'trusted: false'), severity: 'suggestion' },
    { when: 'a bucket that is public for reading says nothing of writing', sketch: upload('', 'accessControl: public-read'), severity: 'suggestion', fixes: signed },
    { when: 'it also reads', sketch: 'client web\nblob-storage files\nweb -> files { access: read-write }', severity: 'suggestion' },
  ],
  silent: [
    ...['presigned-url', 'token', 'api-key', 'mtls', 'iam'].map((authorization) => ({ when: `the connection says ${authorization}`, sketch: upload(`authorization: ${authorization}`) })),
    ...['private', 'presigned-url', 'iam'].map((accessControl) => ({ when: `the bucket says ${accessControl}`, sketch: upload('', `accessControl: ${accessControl}`) })),
    { when: 'the client is trusted', sketch: upload('authorization: none', '', 'trusted: true') },
    { when: 'it only reads', sketch: 'client web\nblob-storage files\nweb -> files { access: read, authorization: none }' },
    { when: 'a service writes', sketch: 'service api\nblob-storage files\napi -> files { access: write, authorization: none }' },
    { when: "it is somebody else's", sketch: upload('', 'accessControl: public-read-write, inScope: false') },
  ],
  notStated: [
    { when: 'the access is open', sketch: 'client web { trusted: false }\nblob-storage files\nweb -> files { authorization: none }', fields: ['access'] },
    { when: 'access and authorisation are open', sketch: 'client web\nblob-storage files\nweb -> files', fields: ['access'] },
  ],
});
