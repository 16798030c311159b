import { missingMetadataStore } from '#rules/blob-storage/missing-metadata-store.ts';
import { testRule } from '../../support/test-rule.ts';

const alone = 'client web\nblob-storage files "Files"\nweb -> files { access: write }';
const service = (more: string, access = 'access: write'): string => `service api\nblob-storage files "Files"\napi -> files { ${access} }\n${more}`;

testRule(missingMetadataStore, {
  fires: [
    { when: 'a client writes, and nothing else is drawn', sketch: alone, primary: 'files', severity: 'suggestion', message: /^Where are the keys, owners and states/, related: ['web'], fixes: [] },
    { when: 'a service writes', sketch: service(''), related: ['api'] },
    { when: "somebody else's system writes", sketch: 'external-system partner\nblob-storage files\npartner -> files { access: write }' },
    { when: 'a database stands about', sketch: `${alone}\nservice api\ncore-database db "Catalogue"\napi -> db { access: write }`, fixes: ['Record them in Catalogue'] },
    { when: 'the service only reads the database', sketch: service('core-database db\napi -> db { access: read }') },
    { when: 'what it calls only reads', sketch: service('service meta\ncore-database db\napi -> meta\nmeta -> db { access: read }') },
    { when: 'the database is two services away', sketch: service('service meta\nservice third\ncore-database db\napi -> meta\nmeta -> third\nthird -> db { access: write }') },
    { when: 'it hands work to a worker that writes', sketch: service('queue q\nworker w\ncore-database db\napi -> q -> w\nw -> db { access: write }') },
    { when: 'a worker writes as well', sketch: service('worker w\nw -> files { access: write }') },
  ],
  silent: [
    { when: 'a store is named', sketch: 'client web\nblob-storage files { metadataStore: db }\ncore-database db\nweb -> files { access: write }' },
    { when: 'the service writes a database', sketch: service('core-database db\napi -> db { access: write }') },
    { when: 'it may write it', sketch: service('core-database db\napi -> db') },
    { when: 'it writes through a balancer', sketch: service('load-balancer lb\ncore-database db\napi -> lb { access: write }\nlb -> db { access: write }') },
    { when: 'a service that it calls writes', sketch: service('service meta\ncore-database db\napi -> meta { access: write }\nmeta -> db { access: read-write }') },
    { when: 'a service behind a gateway writes', sketch: service('api-gateway gw\nservice meta\ncore-database db\napi -> gw\ngw -> meta\nmeta -> db { access: write }') },
    { when: 'a service that reads the bucket records', sketch: `${alone}\nservice api\ncore-database db\napi -> files { access: read }\napi -> db { access: write }` },
    { when: 'whoever hears of its events records', sketch: `${alone}\nqueue q\nworker w\ncore-database db\nfiles -> q -> w\nw -> db { access: write }` },
    { when: 'only a worker writes', sketch: 'worker w\nblob-storage files\nw -> files { access: write }' },
    { when: 'only a job writes', sketch: 'scheduled-job night\nblob-storage files\nnight -> files { access: write }' },
    { when: 'only a stream writes', sketch: 'service api\nstream s\nblob-storage files\napi -> s { interaction: publish }\ns -> files { interaction: consume }' },
    { when: 'a client only reads', sketch: 'client web\nblob-storage files\nweb -> files { access: read }' },
  ],
  notStated: [{ when: 'the access is open', sketch: service('', ''), fields: ['access'] }],
});
