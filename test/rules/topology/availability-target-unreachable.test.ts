import { availabilityTargetUnreachable } from '#rules/topology/availability-target-unreachable.ts';
import { testRule } from '../../support/test-rule.ts';

const path = (api: number | undefined, db: number | undefined, { call = '', target = 0.999, more = '' } = {}): string => {
  const stated = (availability: number | undefined): string => (availability === undefined ? '' : `{ availability: ${availability} }`);
  return `settings { availabilityTarget: ${target} }\nclient web "Web"\nservice api "API" ${stated(api)}\ncore-database db "Orders" ${stated(db)}\nweb -> api\napi -> db { ${call} }\n${more}`;
};
const shared = (labels: readonly [string, string]): string =>
  `settings { availabilityTarget: 0.999 }\nclient web\nclient app\napi-gateway gw { availability: 1 }\nservice good { availability: 0.9999 }\nservice bad { availability: 0.99 }\nweb -> gw "${labels[0]}"\napp -> gw "bad"\ngw -> good "good"\ngw -> bad "${labels[1]}"`;

testRule(availabilityTargetUnreachable, {
  fires: [
    { when: 'two together miss the target', sketch: path(0.999, 0.999), primary: 'web', severity: 'warning', message: 'The path Web → API → Orders reaches about 99.8001 %, below the target 99.9 % (estimate).', related: ['api', 'db'], fixes: [] },
    { when: 'five together miss it', sketch: 'settings { availabilityTarget: 0.999 }\nclient web\nservice a { availability: 0.999 }\nservice b { availability: 0.999 }\nservice c { availability: 0.999 }\nservice d { availability: 0.999 }\nexternal-system e { availability: 0.999 }\nweb -> a -> b -> c -> d -> e', message: 'The path web → a → … → e reaches about 99.501 %, below the target 99.9 % (estimate).' },
    { when: 'the worst of several paths counts', sketch: path(0.9999, 0.998, { more: 'core-database other "Other" { availability: 0.99 }\napi -> other' }), message: /Web → API → Other/ },
    { when: 'one path is known and one is not', sketch: path(0.9999, 0.99, { more: 'core-database other\napi -> other' }), message: /Orders/ },
    { when: 'a queue must take the message', sketch: 'settings { availabilityTarget: 0.999 }\nclient web\nservice api { availability: 0.9999 }\nqueue q { availability: 0.99 }\nweb -> api -> q', related: ['q'] },
    { when: 'the path that has a fallback is bad before it', sketch: path(0.99, undefined, { call: 'fallback: "An old price."' }), message: /Web → API reaches about 99 %/ },
    { when: 'a fallback ends the path, and another call goes on to what states nothing', sketch: path(0.99, undefined, { more: 'external-system prices { availability: 0.9 }\napi -> prices { fallback: "An old price." }' }), message: /Web → API reaches about 99 %/ },
    { when: 'the contract of an external system promises too little', sketch: 'settings { availabilityTarget: 0.999 }\nclient web\nservice api { availability: 0.9999 }\nexternal-system bank { sla: 0.99 }\nweb -> api -> bank', message: /api → bank reaches about 98.99/ },
    { when: 'the fallback is blank', sketch: path(0.999, 0.999, { call: 'fallback: " "' }) },
    { when: 'a gateway leaves open who depends on the bad one', sketch: shared(['', '']), primary: 'web', severity: 'warning' },
    { when: 'a gateway leads there for certain', sketch: shared(['good', 'bad']), primary: 'app', severity: 'warning' },
  ],
  silent: [
    { when: 'what is measured goes before what is promised', sketch: 'settings { availabilityTarget: 0.999 }\nclient web\nservice api { availability: 0.9999 }\nexternal-system bank { sla: 0.99, availability: 0.9999 }\nweb -> api -> bank' },
    { when: 'the target is just reached', sketch: path(0.999, 1) },
    { when: 'there is more than enough', sketch: path(0.9999, 0.9995) },
    { when: 'one availability is not stated', sketch: path(0.9, undefined) },
    { when: 'the target is not stated', sketch: path(0.9, 0.9).replace(/^settings.*\n/, '') },
    { when: 'the call has a fallback', sketch: path(0.9995, 0.9, { call: 'fallback: "An old price."' }) },
    { when: 'the call is not critical', sketch: path(0.9995, 0.9, { call: 'critical: false' }) },
    { when: 'the call is asynchronous', sketch: path(0.9995, 0.9, { call: 'synchrony: async' }) },
    { when: 'the bad one comes behind a queue', sketch: 'settings { availabilityTarget: 0.999 }\nclient web\nservice api { availability: 0.9999 }\nqueue q { availability: 0.9999 }\nworker w { availability: 0.9 }\nweb -> api -> q -> w' },
    { when: 'a gateway leads past the bad one', sketch: `${shared(['good', 'bad']).replace('client app\n', 'service app\n')}` },
  ],
});
