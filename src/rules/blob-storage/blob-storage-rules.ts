import type { Rule } from '../rule.ts';
import { downloadWithoutCdn } from './download-without-cdn.ts';
import { invalidPartLayout } from './invalid-part-layout.ts';
import { largeUploadWithoutChunking } from './large-upload-without-chunking.ts';
import { missingMetadataStore } from './missing-metadata-store.ts';
import { noLifecyclePolicy } from './no-lifecycle-policy.ts';
import { publicSensitiveData } from './public-sensitive-data.ts';
import { unauthenticatedClientWrite } from './unauthenticated-client-write.ts';
import { unconfirmedUpload } from './unconfirmed-upload.ts';
import { uploadProxiedThroughService } from './upload-proxied-through-service.ts';
import { weakRedundancy } from './weak-redundancy.ts';

/** The rules about blob storage. */
export const blobStorageRules: readonly Rule[] = [
  uploadProxiedThroughService,
  largeUploadWithoutChunking,
  invalidPartLayout,
  downloadWithoutCdn,
  unauthenticatedClientWrite,
  publicSensitiveData,
  missingMetadataStore,
  unconfirmedUpload,
  noLifecyclePolicy,
  weakRedundancy,
];
