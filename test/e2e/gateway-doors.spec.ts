import { connect } from 'node:net';
import { connectAsync, MqttClient, type IClientOptions } from 'mqtt';
import { Edge, type EdgeChip } from '../integration/telemetry/edge';
import { chipPassword, TestChip } from '../support/test-chip';

/** Who may come in, and what ends a connection (docs/chip-protocol.md, "Transport"). */
describe('the doors of the broker', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await Edge.open();
  }, 60_000);
  afterAll(() => edge.close());

  const options = ({ chipNo, secretHex }: EdgeChip, change: IClientOptions = {}): IClientOptions => ({
    clientId: chipNo,
    username: chipNo,
    password: chipPassword(chipNo, secretHex),
    clean: true,
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...change,
  });
  const open = (chip: EdgeChip, change: IClientOptions = {}) =>
    connectAsync(`mqtt://127.0.0.1:${edge.port}`, options(chip, change));

  const metric = async (name: string): Promise<number> => {
    const { text } = await edge.app.request.get('/metrics');
    return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? NaN);
  };

  /** Whether the broker ends the connection on what a chip does. */
  const ends = async (chip: EdgeChip, act: (client: MqttClient) => unknown): Promise<boolean> => {
    const client = await open(chip);
    const gone = new Promise<boolean>((resolve) => client.once('close', () => resolve(true)));
    client.on('error', () => undefined);
    void Promise.resolve(act(client)).catch(() => undefined); // a publication that is never confirmed never resolves
    const ended = await Promise.race([
      gone,
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000)),
    ]);
    client.end(true);
    return ended;
  };

  it.each<[string, (chip: EdgeChip) => IClientOptions]>([
    ['a wrong password', () => ({ password: 'f'.repeat(64) })],
    ['no password', () => ({ password: undefined })],
    ['the password of another chip', () => ({ password: chipPassword('OTHER000000001', '00'.repeat(32)) })],
    ['a client id that is not the user name', () => ({ clientId: 'TEST9999999999' })],
    ['a client id that is no chip number', () => ({ clientId: 'test', username: 'test' })],
    ['a number that was never imported', () => ({ clientId: 'TEST8888888888', username: 'TEST8888888888' })],
  ])('%s is refused, and counted', async (_, change) => {
    const chip = await edge.chip();
    const before = await metric('hanan_mqtt_refused_logins_total');
    await expect(open(chip, change(chip))).rejects.toThrow(/not authorized/i);
    expect(await metric('hanan_mqtt_refused_logins_total')).toBe(before + 1);
  });

  it('a chip that is imported but bound to nothing connects', async () => {
    const client = await open(await edge.chip());
    expect(client.connected).toBe(true);
    await client.endAsync(true);
  });

  it.each<[string, (client: MqttClient, own: string) => unknown]>([
    [
      'publishing as another chip',
      (client) => client.publishAsync('hanan/v1/chips/OTHER000000001/up/events', '{}', { qos: 1 }),
    ],
    ['publishing on its own way down', (client, own) => client.publishAsync(`${own}/down/commands`, '{}', { qos: 1 })],
    [
      'publishing to an unknown topic of its own',
      (client, own) => client.publishAsync(`${own}/up/other`, '{}', { qos: 1 }),
    ],
    ['publishing to the broker’s own topics', (client) => client.publishAsync('$SYS/x', '{}')],
    ['listening to everything', (client) => client.subscribeAsync('#')],
    ['listening to another chip', (client) => client.subscribeAsync('hanan/v1/chips/OTHER000000001/down/#')],
    ['listening to all chips', (client) => client.subscribeAsync('hanan/v1/chips/+/down/commands')],
    ['listening to its own way up', (client, own) => client.subscribeAsync(`${own}/up/#`)],
  ])('%s ends the connection, and is counted', async (_, act) => {
    const chip = await edge.chip();
    const before = await metric('hanan_mqtt_foreign_topics_total');
    expect(await ends(chip, (client) => act(client, `hanan/v1/chips/${chip.chipNo}`))).toBe(true);
    expect(await metric('hanan_mqtt_foreign_topics_total')).toBe(before + 1);
  });

  it('a will for another chip is not published, and harms nobody', async () => {
    const chip = await edge.chip();
    const will = { topic: 'hanan/v1/chips/OTHER000000001/up/events', payload: Buffer.from('{}'), qos: 1 as const };
    const client = await open(chip, { will });
    client.stream.destroy();
    const other = await open(await edge.chip());
    expect(other.connected).toBe(true);
    await other.endAsync(true);
  });

  it.each(['down/#', 'down/+', 'down/commands', 'down/acks'])('it may listen to its own %s', async (filter) => {
    const chip = await edge.chip();
    expect(
      await ends(chip, (client) => client.subscribeAsync(`hanan/v1/chips/${chip.chipNo}/${filter}`, { qos: 1 })),
    ).toBe(false);
  });

  it('more than 64 KiB ends the connection before it has arrived', async () => {
    const chip = await edge.chip();
    const topic = `hanan/v1/chips/${chip.chipNo}/up/events`;
    expect(await ends(chip, (client) => client.publishAsync(topic, Buffer.alloc(256 * 1_024, 120), { qos: 1 }))).toBe(
      true,
    );
    expect(await metric('hanan_mqtt_too_long_total')).toBe(1);
    const hello = Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]); // CONNECT that announces 256 MiB
    const socket = connect(edge.port, '127.0.0.1', () => socket.write(hello));
    await new Promise((resolve) => socket.once('close', resolve));
    expect(await metric('hanan_mqtt_too_long_total')).toBe(2);
  });

  it('more than 16 KiB is kept as unreadable, and the chip stays', async () => {
    const chip = await TestChip.connect(edge.port, await edge.machine());
    await chip.publish('events', Buffer.alloc(17 * 1_024, 120));
    await chip.ackOf(await chip.event('power-on'));
    const rows = await edge.sql('select reason, octet_length(head) as head from quarantine where chip_no = $1', [
      chip.chipNo,
    ]);
    expect(rows).toEqual([{ reason: 'too-long', head: 4_096 }]);
    await chip.close();
  });

  it('a second connection drops the first; two addresses that do so in turn raise an alarm', async () => {
    const machine = await edge.machine();
    const from = async (localAddress: string): Promise<MqttClient> => {
      const client = new MqttClient(
        () => connect({ port: edge.port, host: '127.0.0.1', localAddress }),
        options(machine),
      );
      client.on('error', () => undefined);
      await new Promise((resolve) => client.once('connect', resolve));
      return client;
    };
    const first = await from('127.0.0.1');
    const dropped = new Promise<void>((resolve) => first.once('close', () => resolve()));
    const second = await from('127.0.0.2');
    await dropped;
    const alarms = () => edge.sql<{ kind: string }>('select kind from violations where chip_no = $1', [machine.chipNo]);
    expect(await alarms()).toEqual([]);
    const third = await from('127.0.0.1');
    expect(await edge.until(async () => (await alarms())[0])).toEqual({ kind: 'chip-tampered' });
    for (const client of [first, second, third]) client.end(true);
  });

  it('one address that comes back a hundred times is served, and alarms nobody', async () => {
    const machine = await edge.machine();
    for (let n = 0; n < 100; n += 1) {
      const client = await open(machine);
      client.stream.destroy();
    }
    const chip = await TestChip.connect(edge.port, machine);
    await chip.ackOf(await chip.event('power-on'));
    expect(await edge.sql('select kind from violations where chip_no = $1', [machine.chipNo])).toEqual([]);
    await chip.close();
  });

  it('keeps nothing: a retained message is not given to whoever listens later', async () => {
    const machine = await edge.machine();
    const client = await open(machine);
    await client.publishAsync(`hanan/v1/chips/${machine.chipNo}/up/events`, '{}', { qos: 1, retain: true });
    await client.endAsync(true);
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    await chip.command('time');
    expect(chip.commands.every((command) => command['kind'] === 'time')).toBe(true);
    await chip.close();
  });
});
