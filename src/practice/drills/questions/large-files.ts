import { type Question, right, wrong } from './question.ts';

/** Bytes that are too many for a request or a row. */
export const largeFileQuestions: readonly Question[] = [
  {
    id: 'way-of-an-upload',
    topics: ['large-files'],
    asks: 'Users upload videos of 50 MB. Which way do the bytes go?',
    sketch: `client web
service api
blob-storage files
?`,
    rules: ['blob-storage/upload-proxied-through-service'],
    options: [
      wrong('Through the API into the bucket', 'web -> api { access: write, requestBytes: 52428800 }\napi -> files { access: write }'),
      right('Straight into the bucket, with a presigned URL from the API', 'web -> api { access: write }\nweb -> files { access: write, authorization: presigned-url, chunkedUpload: true }', 'The API decides who may, and the bucket does the carrying.'),
    ],
  },
  {
    id: 'who-may-upload',
    topics: ['large-files'],
    asks: 'Clients write into this bucket themselves. With which permission?',
    sketch: `client web
service api
blob-storage files { ? }`,
    rules: ['blob-storage/unauthenticated-client-write'],
    open: '',
    options: [
      wrong('The bucket is public', 'accessControl: public-read-write }\nweb -> api\nweb -> files { access: write'),
      right('A presigned URL for one object and a few minutes', 'accessControl: presigned-url }\nweb -> api\nweb -> files { access: write, authorization: presigned-url', 'The API signs it after it has asked who they are.'),
    ],
  },
  {
    id: 'upload-over-a-bad-line',
    topics: ['large-files'],
    asks: 'A video of 2 GB is uploaded over a phone. In how many pieces?',
    sketch: `client web
blob-storage videos
web -> videos { access: write, authorization: presigned-url, requestBytes: 2000000000, ? }`,
    rules: ['blob-storage/large-upload-without-chunking'],
    options: [
      wrong('In one', 'chunkedUpload: false'),
      right('In parts', 'chunkedUpload: true', 'When the line breaks, only the last part is sent again.'),
    ],
  },
  {
    id: 'pictures-in-rows',
    topics: ['large-files'],
    asks: 'Where do pictures of 5 MB go?',
    sketch: `service api
core-database db
?`,
    rules: ['database/blob-in-database'],
    options: [
      wrong('Into a column', 'api -> db { access: write, requestBytes: 5242880 }'),
      right('Into a bucket, and the row has the key', 'blob-storage files\napi -> files { access: write, requestBytes: 5242880 }\napi -> db { access: write, requestBytes: 400 }', 'The database stays small and quick, and bytes lie where they are cheap.'),
    ],
  },
  {
    id: 'private-files',
    topics: ['large-files'],
    asks: 'This bucket holds invoices. Who may read it?',
    sketch: `entity invoice "Invoice" { classification: financial }
service billing
blob-storage invoices { dataStored: [invoice], ? }
billing -> invoices`,
    rules: ['blob-storage/public-sensitive-data'],
    options: [
      wrong('Whoever knows the address', 'accessControl: public-read'),
      right('Those with a signed URL', 'accessControl: presigned-url', 'It names one invoice and ends soon; the service decides who gets it.'),
      right('Nobody but the service', 'accessControl: private', 'Then it is the service that hands invoices out.'),
    ],
  },
  {
    id: 'photos-for-the-world',
    topics: ['large-files', 'caching'],
    asks: 'People all over the world look at these photos. What lies between them and the bucket?',
    sketch: `client web { audience: global }
blob-storage photos
?`,
    rules: ['blob-storage/download-without-cdn'],
    options: [
      wrong('Nothing: buckets are fast', 'web -> photos { access: read }'),
      right('A CDN', 'cdn edge "CDN"\nweb -> edge { access: read }\nedge -> photos', 'Copies lie near the people, and the bucket is asked once for each.'),
    ],
  },
];
