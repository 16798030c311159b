import { noOrigin } from '#rules/cdn/no-origin.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noOrigin, {
  fires: [
    { when: 'clients ask and nothing stands behind', sketch: 'client web\ncdn edge "Edge"\nweb -> edge', severity: 'error', message: 'Edge has no origin to fetch misses from.', fixes: [] },
    { when: 'a bucket stands about', sketch: 'client web\ncdn edge\nblob-storage files "Files"\nservice api\nweb -> edge\nweb -> api -> files', fixes: ['Fetch from Files', 'Fetch from service api'.replace('service ', '')] },
    { when: 'content is pushed, but it pulls', sketch: 'client web\ncdn edge { pullOrPush: pull }\nworker w\nweb -> edge\nw -> edge { interaction: request, access: write }' },
  ],
  silent: [
    { when: 'it has an origin', sketch: 'client web\ncdn edge\nblob-storage files\nweb -> edge -> files' },
    { when: 'content is pushed to it', sketch: 'client web\ncdn edge\nworker w\nweb -> edge\nw -> edge { interaction: request, access: write }' },
    { when: 'content is pushed, and the arrow does not say what it means', sketch: 'client web\ncdn edge\nworker w\nweb -> edge\nw -> edge { access: write }' },
    { when: 'no client asks', sketch: 'service api\ncdn edge\napi -> edge { interaction: invalidate }' },
  ],
});
