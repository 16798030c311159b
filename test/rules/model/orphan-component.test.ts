import { orphanComponent } from '#rules/model/orphan-component.ts';
import { testRule } from '../../support/test-rule.ts';

const two = 'client web\nservice api\nweb -> api';

testRule(orphanComponent, {
  fires: [
    { when: 'a component stands alone', sketch: `${two}\ncdn edge "Edge"`, primary: 'edge', severity: 'suggestion', message: 'Edge is not connected to anything.' },
    { when: 'nothing calls an external system', sketch: `${two}\nexternal-system mail`, primary: 'mail' },
    { when: 'it only dangles', sketch: `${two}\nqueue jobs\njobs -> gone`, primary: 'jobs' },
    { when: 'it only points to itself', sketch: `${two}\ncore-database db\ndb -> db { interaction: replicate }`, primary: 'db' },
    { when: 'its kind is unknown', sketch: `${two}\nquantum-store q`, primary: 'q' },
  ],
  silent: [
    { when: 'all are joined', sketch: two },
    { when: 'it is the only one', sketch: 'queue jobs\nnote n "x"\nboundary vpc [jobs]' },
  ],
});
