import { publishesToBroker } from '#rules/client/publishes-to-broker.ts';
import { testRule } from '../../support/test-rule.ts';

const direct = (client = '', connection = '', broker = 'stream'): string => `client app "App" { ${client} }\n${broker} events "Events"\nworker reader\nevents -> reader\napp -> events as direct { ${connection} }`;
const device = (connection: string): string => direct('clientType: iot', `protocol: mqtt, ${connection}`);

testRule(publishesToBroker, {
  fires: [
    { when: 'nothing is said', sketch: direct(), primary: 'direct', severity: 'warning', message: 'App publishes straight into Events, and nothing says how it is authorised.', related: ['app', 'events'], fixes: ['Put a service in between'] },
    { when: 'it publishes with a token', sketch: direct('trusted: false', 'interaction: publish, authorization: token'), severity: 'warning', message: 'App publishes straight into Events; accept its messages in a service first.' },
    { when: 'it requests', sketch: direct('', 'interaction: request, authorization: none'), severity: 'warning' },
    { when: 'the target is a queue', sketch: direct('', 'interaction: publish', 'queue'), severity: 'warning' },
    { when: 'a device speaks MQTT, and authorisation is open', sketch: device(''), severity: 'suggestion', message: /nothing says how/ },
    { when: 'a device speaks MQTT with a key', sketch: device('authorization: api-key'), severity: 'warning' },
    { when: 'a device speaks MQTT with nothing', sketch: device('authorization: none'), severity: 'warning' },
    { when: 'a device carries a token, and its protocol is open', sketch: direct('clientType: iot', 'authorization: token'), severity: 'warning' },
    { when: 'a phone speaks MQTT with a token', sketch: direct('clientType: mobile', 'protocol: mqtt, authorization: token'), severity: 'warning' },
    { when: 'a phone speaks MQTT, and authorisation is open', sketch: direct('clientType: mobile', 'protocol: mqtt'), severity: 'warning' },
    { when: 'it carries known data', sketch: `entity click\n${direct('', 'interaction: publish, dataFlows: [click]')}`, fixes: ['Put a service in between'] },
    { when: 'the arrow is drawn backwards', sketch: 'client app\nqueue events\nworker reader\nevents -> reader\nevents -> app as direct', primary: 'direct', fixes: [] },
  ],
  silent: [
    { when: 'it is trusted', sketch: direct('trusted: true') },
    { when: 'IAM authorises it', sketch: direct('', 'authorization: iam') },
    { when: 'mutual TLS authorises it', sketch: direct('', 'authorization: mtls') },
    { when: 'a device speaks MQTT with a token', sketch: device('authorization: token') },
    { when: 'a service accepts the messages', sketch: 'client app\nservice ingest\nstream events\napp -> ingest\ningest -> events' },
    { when: 'it is no client', sketch: 'external-system crm\nstream events\ncrm -> events { interaction: publish }' },
    { when: 'the target is no broker', sketch: 'client app\nservice api\napp -> api' },
  ],
});
