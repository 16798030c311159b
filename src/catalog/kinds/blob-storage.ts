import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';
import { sources } from '../sources.ts';

export const blobStorage = defineKind({
  id: 'blob-storage',
  label: 'Blob storage',
  family: 'storage',
  summary: 'Large files, cheap and durable: photos, videos, backups, anything that is bytes.',
  silhouette: 'bucket',
  traits: ['store', 'durable-store'],
  section: 'building-block',
  entries: [
    {
      id: 'blob-storage',
      label: 'Blob storage',
      shortcut: '2',
      glyph: ['M5 6c0-1.4 3.1-2.5 7-2.5S19 4.6 19 6s-3.1 2.5-7 2.5S5 7.4 5 6z', 'M5 6l1.7 12.4c.2 1.2 2.5 2.1 5.3 2.1s5.1-.9 5.3-2.1L19 6'],
    },
  ],
  properties: properties({
    ...common,
    redundancy: { type: 'enum', options: ['single-device', 'single-zone', 'multi-zone', 'cross-region'], label: 'Redundancy', help: 'The largest failure that the data outlives.', group: 'redundancy', key: true, typical: 'multi-zone' },
    durabilityNines: { type: 'integer', min: 0, label: 'Durability, in nines', help: 'Eleven nines: of ten million objects one gets lost in ten thousand years.', group: 'redundancy', typical: 11 },
    storageClass: { type: 'enum', options: ['standard', 'infrequent-access', 'archive'], label: 'Storage class', help: 'Cheaper classes make reading slower or dearer.', group: 'data', typical: 'standard' },
    lifecyclePolicy: { type: 'enum', options: ['none', 'expire', 'tier-down', 'tier-and-expire'], label: 'Lifecycle', help: 'Whether old objects move to a cheaper class, or go.', group: 'data', typical: 'tier-down' },
    accessControl: { type: 'enum', options: ['private', 'presigned-url', 'iam', 'public-read', 'public-read-write'], label: 'Access control', help: 'What a reader or writer has to show.', group: 'security', key: true, typical: 'presigned-url' },
    encryptionAtRest: { type: 'boolean', label: 'Encrypted at rest', help: 'What is on its disks cannot be read without a key.', group: 'security', typical: true },
    clientAccess: { type: 'enum', options: ['direct', 'via-cdn', 'proxied', 'none'], label: 'Client access', help: 'How bytes get from and to clients. Direct is safe only with links that are short-lived and narrow.', group: 'security', typical: 'direct' },
    chunkedUpload: { type: 'boolean', label: 'Chunked upload', help: 'Large files arrive in parts: side by side, and each can be repeated.', group: 'data', key: true, typical: true },
    chunkBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Part size', help: 'How large one part is. S3 takes 5 MiB to 5 GiB, and at most 10,000 parts.', group: 'data', typical: 8388608 },
    resumableUpload: { type: 'boolean', label: 'Resumable upload', help: 'An upload that broke off goes on where it stopped.', group: 'data', typical: true },
    maxObjectBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Largest object', help: 'The largest object that you expect.', group: 'capacity' },
    averageObjectBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Average object size', help: 'The size of a usual object.', group: 'capacity' },
    objectsPerDay: { type: 'number', min: 0, label: 'Objects per day', help: 'How many are added on a usual day.', group: 'capacity' },
    versioning: { type: 'boolean', label: 'Versioning', help: 'Overwriting or deleting keeps the earlier version.', group: 'redundancy' },
    consistencyModel: { type: 'enum', options: ['strong', 'eventual'], label: 'Consistency model', help: 'Whether a read right after a write sees it.', group: 'consistency', typical: 'strong' },
    metadataStore: { type: 'reference', to: 'component', label: 'Metadata store', help: 'The database that knows keys, owners and states.', group: 'data' },
    eventNotifications: { type: 'boolean', label: 'Event notifications', help: 'A new object tells others that it is there.', group: 'operations' },
    integrityCheck: { type: 'enum', options: ['none', 'checksum'], label: 'Integrity check', help: 'How a damaged part is noticed.', group: 'redundancy', typical: 'checksum' },
  }),
  detail: ['technology', 'redundancy', 'chunkedUpload', 'accessControl'],
  caveats: [
    { text: 'A lost disk or server is not your problem here. A wrong delete is: turn on versioning or object lock.' },
    { text: 'Cheaper per byte than a database, but slower to the first byte, typically 100 to 200 ms on S3.' },
    { text: 'A bucket stands in one region and your users do not. Downloads want a CDN in front.' },
    { text: 'Let clients move bytes directly with a short-lived signed link. Your service signs, it does not carry. Direct is safe only while the link is short-lived and narrow.' },
    { text: 'Send large files in parts: side by side, resumable, each part checked.', source: sources.s3Multipart },
    { text: 'Owner, state, checksum and key belong into a database: a bucket can be listed, not asked.' },
    { text: 'Handing out a link is not an upload. Confirm by a storage event or a check, or metadata and bytes drift apart.' },
    { text: 'Objects are replaced, never edited in place.' },
  ],
  products: [
    { name: 'Amazon S3', aliases: ['s3'], facts: ['A read sees the last write.', 'At least 3,500 writes and 5,500 reads per second for each prefix.', 'Parts of 5 MiB to 5 GiB, at most 10,000; recommended from about 100 MB.', 'An object held 5 TB for years, reportedly 50 TB since December 2025: check.', 'Eleven nines of durability.'] },
    { name: 'Google Cloud Storage', aliases: ['gcs'], facts: ['Objects up to 5 TiB, resumable uploads, strongly consistent.'] },
    { name: 'Azure Blob Storage', aliases: ['azure blob'], facts: ['A block blob typically holds up to about 190 TiB in 50,000 blocks.'] },
    { name: 'MinIO', aliases: ['ceph', 'rgw', 'self-hosted'], facts: ['The S3 interface on your own disks: it is as durable as you build it. Ceph RGW is alike.'] },
    { name: 'Cloudflare R2', aliases: ['r2'], facts: ['The S3 interface without a fee for what goes out.'] },
  ],
  presets: [
    {
      id: 'amazon-s3',
      title: 'Amazon S3',
      technology: 'Amazon S3',
      values: { redundancy: 'multi-zone', durabilityNines: 11, consistencyModel: 'strong', encryptionAtRest: true, highAvailability: 'managed', chunkBytes: 8_388_608 },
    },
  ],
  searchWords: ['object storage', 'bucket', 'files', 'images', 'uploads'],
});
