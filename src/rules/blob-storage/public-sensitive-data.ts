import { optionPhrase } from '#catalog/wording.ts';
import { known } from '#graph/entities.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { isSensitive } from '../sensitive.ts';
import { storedIds } from './blob-storage-terms.ts';

const open: ReadonlySet<string> = new Set(['public-read', 'public-read-write']);

/** Everybody can read a bucket that holds sensitive data. */
export const publicSensitiveData = componentRule({
  id: 'blob-storage/public-sensitive-data',
  kinds: ['blob-storage'],
  severity: 'error',
  category: 'security',
  reach: 'neighbours',
  messages: { public: { text: '{name} is public and holds {entity} ({classification}).' } },
  docs: {
    what: 'A public bucket holds personal, financial or secret data.',
    why: 'Whoever guesses or finds an address reads it: a leak by design.',
    fix: 'Close the bucket and hand out presigned URLs; sign the URLs of a CDN in front of it as well.',
    silentWhen: ['No data in it is known to be personal, financial or secret.'],
    sources: ['AWS, blocking public access to S3.'],
    question: 'Who may read what is in this bucket?',
  },
  examples: {
    bad: 'entity invoice "Invoice" { classification: financial }\nservice billing\nblob-storage invoices { accessControl: public-read, dataStored: [invoice] }\nbilling -> invoices',
    good: 'entity image "Product image" { classification: public }\nservice shop\nblob-storage images { accessControl: public-read, dataStored: [image] }\nshop -> images',
  },
  check(bucket, { graph }) {
    const { id, name, properties } = bucket;
    const [entity] = known(graph, storedIds(graph, bucket)).filter(isSensitive);
    if (!entity) return undefined;
    if (properties.accessControl === undefined) return notStated(id, 'accessControl');
    if (!open.has(properties.accessControl)) return pass;
    return fail('public', {
      data: { name, entity: entity.name, classification: optionPhrase(entity.classification ?? '') },
      witness: [id],
      evidence: [{ record: id, property: 'accessControl', value: properties.accessControl }],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const cdns = graph.into(primary).filter(({ interaction }) => interaction === 'origin-fetch');
    return [
      fix('Close it and require presigned URLs', 'auto', (diagram) =>
        cdns.reduce((next, { from }) => set(next, from.id, { signedUrls: true }), set(diagram, primary, { accessControl: 'presigned-url' })),
      ),
    ];
  },
});
