import { crossRegionSynchronousWrite } from '#rules/topology/cross-region-synchronous-write.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly write?: string;
  readonly settings?: string;
  readonly api?: string;
  readonly db?: string;
  readonly entry?: string;
  readonly regions?: readonly [string, string];
  readonly more?: string;
}

const across = ({ write = 'access: write', settings = '', api = '', db = '', entry = '', regions = ['', ''], more = '' }: Drawn = {}): string =>
  `settings { ${settings} }\nclient web\nservice api { ${api} }\ncore-database db { ${db} }\nboundary eu "Europe" { boundaryType: region, ${regions[0]} } [api]\nboundary us "US" { boundaryType: region, ${regions[1]} } [db]\nweb -> api { ${entry} }\napi -> db as far { ${write} }\n${more}`;

const copy = (connection: string, leader = '', settings = ''): string =>
  `settings { ${settings} }\nclient web\nservice api { latencyP50Ms: 10, latencyP99Ms: 10 }\ncore-database db { latencyP50Ms: 10, latencyP99Ms: 10, ${leader} }\ncore-database copy\nboundary eu "Europe" { boundaryType: region } [api, db]\nboundary us "US" { boundaryType: region } [copy]\nweb -> api { networkRttMs: 30 }\napi -> db { access: write, networkRttMs: 0 }\ndb -> copy as far { interaction: replicate, ${connection} }`;

const known = { api: 'latencyP50Ms: 10, latencyP99Ms: 10', db: 'latencyP50Ms: 20, latencyP99Ms: 20', entry: 'networkRttMs: 30' };

testRule(crossRegionSynchronousWrite, {
  fires: [
    { when: 'a service writes to another region', sketch: across(), primary: 'far', severity: 'warning', message: 'Writes wait for 80 ms between Europe and US.', related: ['api', 'db'], fixes: [] },
    { when: 'it reads and writes', sketch: across({ write: 'access: read-write' }) },
    { when: 'a region says how far it is', sketch: across({ regions: ['', 'interRegionRttMs: 120'] }), message: /120 ms/ },
    { when: 'both regions say how far they are', sketch: across({ regions: ['interRegionRttMs: 90', 'interRegionRttMs: 120'] }), message: /120 ms/ },
    { when: 'the connection says how far it is', sketch: across({ write: 'access: write, networkRttMs: 70', regions: ['interRegionRttMs: 90', ''] }), message: /70 ms/ },
    { when: 'the client itself lies in a region', sketch: 'client web\nservice api\nboundary eu "Europe" { boundaryType: region } [web]\nboundary us "US" { boundaryType: region } [api]\nweb -> api as far { access: write }', primary: 'far', message: /80 ms/ },
    { when: 'the regions lie around other boundaries', sketch: 'client web\nservice api\ncore-database db\nboundary net { boundaryType: vpc } [api]\nboundary eu { boundaryType: region } [net]\nboundary us { boundaryType: region } [db]\nweb -> api\napi -> db as far { access: write }', primary: 'far' },
    { when: 'the copy is awaited', sketch: copy('synchrony: sync'), primary: 'far', message: 'Writes wait for 80 ms between Europe and US.' },
    ...['single-leader-sync', 'consensus'].map((mode) => ({ when: `the leader replicates by ${mode}`, sketch: copy('', `replicationMode: ${mode}`), primary: 'far' })),
    { when: 'a cache copies synchronously', sketch: 'client web\ndistributed-cache a { replicationMode: sync }\ndistributed-cache b\nboundary eu { boundaryType: region } [a]\nboundary us { boundaryType: region } [b]\nservice api\nweb -> api\napi -> a { interaction: request }\na -> b as far { interaction: replicate }', primary: 'far' },
    { when: 'it writes to a service, whose rationale does not speak for it', sketch: 'client web\nservice api\nservice far-api { rationale: "One global service." }\nboundary eu { boundaryType: region } [api]\nboundary us { boundaryType: region } [far-api]\nweb -> api\napi -> far-api as far { access: write }', primary: 'far' },
    { when: 'the rationale is about something else', sketch: across({ write: 'access: write, rationale: "It has always been there."' }) },
    { when: 'the target is just too short', sketch: across({ ...known, settings: 'latencyTargetP99Ms: 219' }) },
    { when: 'the target is long, and a latency is not known', sketch: across({ settings: 'latencyTargetP99Ms: 9000' }) },
    { when: 'the target is long, and a later part of one path is not known', sketch: across({ ...known, settings: 'latencyTargetP99Ms: 9000', more: 'service first { latencyP50Ms: 10, latencyP99Ms: 10 }\nweb -> first -> api\nclient app\nservice second\napp -> second -> api' }) },
    { when: 'the target is too short for an awaited copy', sketch: copy('synchrony: sync', '', 'latencyTargetP99Ms: 209') },
  ],
  silent: [
    { when: 'it only reads', sketch: across({ write: 'access: read' }) },
    { when: 'the write is asynchronous', sketch: across({ write: 'access: write, synchrony: async' }) },
    { when: 'no client waits', sketch: 'worker w\ncore-database db\nboundary eu { boundaryType: region } [w]\nboundary us { boundaryType: region } [db]\nw -> db { access: write }' },
    { when: 'both lie in one region', sketch: 'client web\nservice api\ncore-database db\nboundary eu { boundaryType: region } [api, db]\nweb -> api\napi -> db { access: write }' },
    { when: 'one region is not drawn', sketch: 'client web\nservice api\ncore-database db\nboundary eu { boundaryType: region } [api]\nweb -> api\napi -> db { access: write }' },
    { when: 'the frames are zones', sketch: 'client web\nservice api\ncore-database db\nboundary a { boundaryType: availability-zone } [api]\nboundary b { boundaryType: availability-zone } [db]\nweb -> api\napi -> db { access: write }' },
    ...['One home region per user', 'Consistency before speed', 'Regulated data stays there', 'The latency is fine', 'A global leader'].map((rationale) => ({ when: `the connection says: ${rationale}`, sketch: across({ write: `access: write, rationale: "${rationale}."` }) })),
    { when: 'the store says why', sketch: across({ db: 'rationale: "Strongly consistent stock."' }) },
    { when: 'the target has room for it', sketch: across({ ...known, settings: 'latencyTargetP99Ms: 220' }) },
    { when: 'the target has room for an awaited copy', sketch: copy('synchrony: sync', '', 'latencyTargetP99Ms: 210') },
    { when: 'copies follow asynchronously', sketch: copy('synchrony: async', 'replicationMode: consensus') },
    ...['', 'replicationMode: single-leader-async', 'replicationMode: single-leader-semi-sync'].map((mode) => ({ when: `copies follow as usual ${mode}`, sketch: copy('', mode) })),
  ],
  notStated: [
    { when: 'the access is open', sketch: across({ write: '' }), fields: ['access'] },
    { when: 'the access is open and a reason is given', sketch: across({ write: 'rationale: "Global users."' }), fields: [] },
    { when: 'the access is open and no client waits', sketch: 'worker w\ncore-database db\nboundary eu { boundaryType: region } [w]\nboundary us { boundaryType: region } [db]\nw -> db', fields: [] },
  ],
});
