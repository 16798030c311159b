import { common } from '../common.ts';
import { defineKind } from '../kind.ts';
import { properties } from '../property.ts';

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
    redundancy: { type: 'enum', options: ['single-device', 'single-zone', 'multi-zone', 'cross-region'], label: 'Redundancy', help: 'What failure the data survives.', group: 'redundancy', key: true, typical: 'multi-zone' },
    durabilityNines: { type: 'integer', min: 0, label: 'Durability nines', help: 'Nines of yearly object durability.', group: 'capacity', typical: 11 },
    storageClass: { type: 'enum', options: ['standard', 'infrequent-access', 'archive'], label: 'Storage class', help: 'Price/latency tier.', group: 'data', typical: 'standard' },
    lifecyclePolicy: { type: 'enum', options: ['none', 'expire', 'tier-down', 'tier-and-expire'], label: 'Lifecycle policy', help: 'What happens to old objects.', group: 'data', typical: 'tier-down' },
    accessControl: { type: 'enum', options: ['private', 'presigned-url', 'iam', 'public-read', 'public-read-write'], label: 'Access control', help: 'Who may reach it, and how.', group: 'security', key: true, typical: 'presigned-url' },
    encryptionAtRest: { type: 'boolean', label: 'Encrypted at rest', help: 'Objects encrypted at rest.', group: 'security', typical: true },
    clientAccess: { type: 'enum', options: ['direct', 'via-cdn', 'proxied', 'none'], label: 'Client access', help: 'How clients move bytes. Direct is safe only with short-lived, scoped links.', group: 'security', typical: 'direct' },
    chunkedUpload: { type: 'boolean', label: 'Chunked upload', help: 'Large uploads are split into parts.', group: 'data', key: true, typical: true },
    chunkBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Chunk size', help: 'Part size.', group: 'capacity', typical: 8388608 },
    resumableUpload: { type: 'boolean', label: 'Resumable upload', help: 'Broken uploads continue.', group: 'data', typical: true },
    maxObjectBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Max object size', help: 'Largest object you plan.', group: 'capacity' },
    averageObjectBytes: { type: 'number', min: 0, unit: 'bytes', label: 'Average object size', help: 'Mean size of an object.', group: 'capacity' },
    objectsPerDay: { type: 'number', min: 0, label: 'Objects per day', help: 'New objects each day.', group: 'capacity' },
    versioning: { type: 'boolean', label: 'Versioning', help: 'Overwrites keep the old version.', group: 'data' },
    consistencyModel: { type: 'enum', options: ['strong', 'eventual'], label: 'Consistency model', help: 'Read after write behaviour.', group: 'consistency', typical: 'strong' },
    metadataStore: { type: 'reference', to: 'component', label: 'Metadata store', help: 'Where object keys, owners, sizes are recorded.', group: 'data' },
    eventNotifications: { type: 'boolean', label: 'Event notifications', help: 'New object emits an event.', group: 'operations' },
    integrityCheck: { type: 'enum', options: ['none', 'checksum'], label: 'Integrity check', help: 'Detect corrupted parts.', group: 'data', typical: 'checksum' },
  }),
  detail: ['technology', 'redundancy', 'chunkedUpload', 'accessControl'],
  caveats: [
    { text: 'A lost disk is not your problem here. A wrong delete is: turn on versioning or object lock.' },
    { text: 'Cheaper per byte than a database, but the first byte takes longer, typically 100 to 200 ms on S3.' },
    { text: 'Put a CDN in front of downloads: the bucket lives in one region, your users do not.' },
    { text: 'Let clients move bytes directly with a short-lived signed link. Your service signs, it does not carry.' },
    { text: 'Send large files in parts: parallel, resumable, each part checked.', source: 'AWS, S3 multipart upload limits' },
    { text: 'Keep owner, state and key in a database. Listing a bucket is not a query.' },
    { text: 'Handing out a link is not an upload. Confirm by a storage event or a check, or metadata and bytes drift apart.' },
    { text: 'Objects are replaced, never edited in place.' },
  ],
  products: [
    { name: 'Amazon S3', aliases: ['s3'], facts: ['Reads see the last write.', 'At least 3,500 writes and 5,500 reads per second and prefix.', 'Parts of 5 MiB to 5 GiB, at most 10,000 of them.'] },
    { name: 'Google Cloud Storage', aliases: ['gcs'], facts: ['Resumable uploads, strongly consistent.'] },
    { name: 'Azure Blob Storage', aliases: ['azure blob'] },
    { name: 'MinIO', aliases: ['ceph', 'self-hosted s3'], facts: ['The S3 protocol on your own disks: durability is what you build.'] },
    { name: 'Cloudflare R2', aliases: ['r2'], facts: ['The S3 protocol without a fee for egress.'] },
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
