import { messageTooLarge } from '#rules/queue/message-too-large.ts';
import { testRule } from '../../support/test-rule.ts';

const scans = (publish: string, queue = 'maxMessageBytes: 1048576', more = '', kind = 'queue'): string => `service api\n${kind} scans "Scans" { ${queue} }\nworker w\napi -> scans as p { ${publish} }\nscans -> w\n${more}`;
const fresh = 'Put the bytes into a new blob storage, and send a pointer';

testRule(messageTooLarge, {
  fires: [
    { when: 'a message is larger than the limit', sketch: scans('requestBytes: 3145728'), primary: 'p', severity: 'error', message: '3 MiB messages exceed the 1 MiB limit of Scans.', related: ['api', 'scans'], fixes: [fresh] },
    { when: 'it is one byte too large', sketch: scans('requestBytes: 1048577'), primary: 'p' },
    { when: 'it is too large for a stream', sketch: scans('requestBytes: 3145728', 'maxMessageBytes: 1048588', '', 'stream'), primary: 'p', fixes: [fresh] },
    { when: 'a batch holds messages that are too large', sketch: scans('requestBytes: 20971520, batchSize: 10'), message: /^2 MiB/ },
    { when: 'there is a blob storage already', sketch: scans('requestBytes: 3145728', undefined, 'blob-storage files "Files"'), fixes: ['Put the bytes into Files, and send a pointer', fresh] },
    { when: 'even a pointer would be too large', sketch: scans('requestBytes: 2000', 'maxMessageBytes: 500'), fixes: [fresh] },
    { when: 'a blob storage announces a file with all of it', sketch: 'blob-storage b\nqueue q { maxMessageBytes: 1000 }\nworker w\nb -> q as p { requestBytes: 2000 }\nq -> w', primary: 'p', fixes: [] },
    { when: 'a client sends', sketch: 'client app\nqueue q { maxMessageBytes: 1000 }\nworker w\napp -> q as p { requestBytes: 2000, interaction: request }\nq -> w', primary: 'p', fixes: [] },
  ],
  silent: [
    { when: 'it is small', sketch: scans('requestBytes: 4096') },
    { when: 'it is as large as the limit', sketch: scans('requestBytes: 1048576') },
    { when: 'only the batch is large', sketch: scans('requestBytes: 3145728, batchSize: 10') },
    { when: 'it is no publish', sketch: 'queue q { maxMessageBytes: 10 }\nworker w\nq -> w { requestBytes: 20 }' },
  ],
  notStated: [
    { when: 'the size is open', sketch: scans(''), fields: ['requestBytes'] },
    { when: 'the limit is open', sketch: scans('requestBytes: 3145728', ''), fields: ['maxMessageBytes'] },
    { when: 'nothing is said', sketch: scans('', ''), fields: [] },
  ],
});
