import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { Broker } from '../../src/gateway/broker';
import type { Config } from '../../src/platform/config/config';
import { Edge } from '../integration/telemetry/edge';
import { chipPassword } from '../support/test-chip';

/** A self-signed certificate for `localhost`, for this test only. */
const fixture = (name: string): string => join(__dirname, 'fixtures', name);

async function takenPort(): Promise<{ port: number; free(): Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    free: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

describe('listening', () => {
  it('with a certificate chips may come over TLS as well', async () => {
    const taken = await takenPort();
    await taken.free();
    const tls = { tlsCert: fixture('gateway-tls-cert.pem'), tlsKey: fixture('gateway-tls-key.pem') };
    const edge = await Edge.open({ mqttTlsPort: taken.port, ...tls });
    const { chipNo, secretHex } = await edge.chip();
    const client = await connectAsync(`mqtts://localhost:${taken.port}`, {
      ...{ clientId: chipNo, username: chipNo, password: chipPassword(chipNo, secretHex) },
      ...{ ca: readFileSync(tls.tlsCert), protocolVersion: 4, reconnectPeriod: 0 },
    });
    expect(client.connected).toBe(true);
    await client.endAsync(true);
    await edge.close();
  }, 60_000);

  it('on a port that is taken fails with what to do about it', async () => {
    const taken = await takenPort();
    const config = { mqttPort: taken.port, mqttBind: '127.0.0.1', mqttTlsPort: null } as Config;
    const nobody = {} as never;
    const broker = new Broker(config, nobody, nobody, nobody, nobody, nobody, nobody);
    await expect(broker.listen()).rejects.toThrow(/taken by another program.*MQTT_PORT/);
    expect(broker.listening).toBe(false);
    await broker.close();
    await taken.free();
  });
});
