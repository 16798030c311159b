import { unconfirmedUpload } from '#rules/blob-storage/unconfirmed-upload.ts';
import { testRule } from '../../support/test-rule.ts';

const upload = (bucket = '', more = '', connection = 'access: write'): string => `client web\nblob-storage files "Files" { ${bucket} }\nweb -> files { ${connection} }\n${more}`;
const tell = ['Let a storage event tell a worker'];

testRule(unconfirmedUpload, {
  fires: [
    { when: 'a URL is all there is', sketch: upload(), primary: 'files', severity: 'suggestion', message: 'Who notices that an upload to Files finished or failed?', related: ['web'], fixes: tell },
    { when: 'events are off', sketch: upload('eventNotifications: false'), fixes: tell },
    { when: 'the client also reads', sketch: upload('', '', 'access: read-write') },
    { when: 'a service only writes', sketch: upload('', 'service api\napi -> files { access: write }') },
    { when: 'another client reads', sketch: upload('', 'client other\nother -> files { access: read }') },
    { when: "somebody else's system reads", sketch: upload('', 'external-system partner\npartner -> files { access: read }') },
  ],
  silent: [
    { when: 'events are on', sketch: upload('eventNotifications: true') },
    { when: 'an event goes to a queue', sketch: upload('', 'queue q\nworker w\nfiles -> q -> w') },
    { when: 'an event goes to a stream', sketch: upload('', 'stream s\nworker w\nfiles -> s\ns -> w { interaction: consume }') },
    { when: 'a service checks', sketch: upload('', 'service api\napi -> files { access: read }') },
    { when: 'a worker may check', sketch: upload('', 'worker w\nw -> files') },
    { when: 'a job reads and writes', sketch: upload('', 'scheduled-job night\nnight -> files { access: read-write }') },
    { when: 'clients only read', sketch: upload('', '', 'access: read') },
    { when: 'a service uploads', sketch: 'service api\nblob-storage files\napi -> files { access: write }' },
    { when: "it is somebody else's", sketch: upload('inScope: false') },
  ],
  notStated: [{ when: 'the access is open', sketch: upload('', '', ''), fields: ['access'] }],
});
