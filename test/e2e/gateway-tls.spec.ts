import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { Broker } from '../../src/gateway/broker';
import type { Config } from '../../src/platform/config/config';
import { Edge, type EdgeChip } from '../integration/telemetry/edge';
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
  it('with a certificate chips may come over TLS as well, and show one of their own instead of a password', async () => {
    const taken = await takenPort();
    await taken.free();
    const tls = { tlsCert: fixture('gateway-tls-cert.pem'), tlsKey: fixture('gateway-tls-key.pem') };
    const edge = await Edge.open({ mqttTlsPort: taken.port, mqttClientCa: fixture('chips-ca.pem'), ...tls });
    const chip = await edge.chip();
    const other = await edge.chip();
    expect(chip.chipNo).toBe('TEST0000050001'); // the name in the certificate

    const comesIn = async ({ chipNo }: EdgeChip, password: string | null, certificate: string | null) => {
      const shown =
        certificate === null
          ? {}
          : { cert: readFileSync(fixture(certificate)), key: readFileSync(fixture(certificate)) };
      const client = await connectAsync(`mqtts://localhost:${taken.port}`, {
        ...{ clientId: chipNo, username: chipNo, ...(password === null ? {} : { password }), ...shown },
        ...{ ca: readFileSync(tls.tlsCert), protocolVersion: 4 as const, reconnectPeriod: 0 },
      }).catch(() => null);
      await client?.endAsync(true);
      return client !== null;
    };
    const passwordOf = ({ chipNo, secretHex }: EdgeChip): string => chipPassword(chipNo, secretHex);
    const table = [
      ['a password', chip, passwordOf(chip), null, true],
      ['neither', chip, null, null, false],
      ['its certificate', chip, null, 'chip-client.pem', true],
      ['its certificate and its password', chip, passwordOf(chip), 'chip-client.pem', true],
      ['its certificate and a wrong password', chip, 'wrong', 'chip-client.pem', false],
      ['the certificate of another chip', other, null, 'chip-client.pem', false],
      ['the certificate of another chip, and its own password', other, passwordOf(other), 'chip-client.pem', false],
      ['a certificate that nobody signed', chip, null, 'chip-self-signed.pem', false],
      ['a certificate that nobody signed, and its password', chip, passwordOf(chip), 'chip-self-signed.pem', false],
    ] as const;
    for (const [what, who, password, certificate, admitted] of table)
      expect({ what, admitted: await comesIn(who, password, certificate) }).toEqual({ what, admitted });
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
