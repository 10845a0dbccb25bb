import { createHmac } from 'node:crypto';
import { connectAsync, type MqttClient } from 'mqtt';

/** What a process of its own sends to the platform as many chips. */
export interface ChipLoad {
  readonly port: number;
  readonly chips: readonly { readonly chipNo: string; readonly secretHex: string }[];
  /** Messages a second of all chips together; null: as many as are acknowledged. */
  readonly perSecond: number | null;
  readonly seconds: number;
}

/** One-sample messages that the platform acknowledged as stored, and milliseconds from publishing to that, for some of them. */
export interface ChipLoaded {
  readonly stored: number;
  readonly sent: number;
  readonly seconds: number;
  readonly took: readonly number[];
}

/** Messages of one chip under way. */
const WINDOW = 4;
const TICK_MS = 10;

interface Sender {
  readonly client: MqttClient;
  readonly topic: string;
  readonly boot: number;
  seq: number;
  stored: number;
  readonly sentAt: Map<number, number>;
}

let boot = 0;

async function open(
  port: number,
  chip: ChipLoad['chips'][number],
  took: number[],
  freed: (one: Sender) => void,
): Promise<Sender> {
  const password = createHmac('sha256', Buffer.from(chip.secretHex, 'hex')).update(`hanan-mqtt-v1:${chip.chipNo}`);
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    clientId: chip.chipNo,
    username: chip.chipNo,
    password: password.digest('hex'),
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  const up = `hanan/v1/chips/${chip.chipNo}/up/samples`;
  const self: Sender = { client, topic: up, boot, seq: 0, stored: 0, sentAt: new Map() };
  client.on('message', (_, payload) => {
    const { seqs } = JSON.parse(payload.toString()) as { seqs?: [number, number][] };
    for (const [from, to] of seqs ?? [])
      for (let seq = Math.max(from, 1); seq <= to; seq += 1) {
        const at = self.sentAt.get(seq);
        if (at === undefined) continue;
        self.sentAt.delete(seq);
        self.stored += 1;
        took.push(performance.now() - at);
      }
    freed(self);
  });
  await client.subscribeAsync(`hanan/v1/chips/${chip.chipNo}/down/acks`, { qos: 0 });
  return self;
}

function send(one: Sender): void {
  one.seq += 1;
  const now = Date.now();
  one.sentAt.set(one.seq, performance.now());
  const sample = {
    t: now,
    up: now % 86_400_000,
    ms: 1000,
    i: 12.5,
    iMax: 14,
    u: 62,
    arcMs: 0,
    relay: 'open',
    outlet: 1,
  };
  one.client.publish(one.topic, JSON.stringify({ v: 1, boot: one.boot, seq: one.seq, samples: [sample] }), { qos: 1 });
}

async function run({ port, chips, perSecond, seconds }: ChipLoad): Promise<ChipLoaded> {
  boot += 1;
  const took: number[] = [];
  let going = true;
  const fill = (one: Sender): void => {
    while (going && perSecond === null && one.sentAt.size < WINDOW) send(one);
  };
  const senders = await Promise.all(chips.map((chip) => open(port, chip, took, fill)));
  const begun = performance.now();
  senders.forEach(fill);
  let sent = 0;
  const timer = setInterval(() => {
    if (perSecond === null) return;
    const due = ((performance.now() - begun) / 1_000) * perSecond;
    for (; sent < due; sent += 1) send(senders[sent % senders.length]!);
  }, TICK_MS);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  going = false;
  clearInterval(timer);
  const spent = (performance.now() - begun) / 1_000;
  const loaded = {
    stored: senders.reduce((sum, one) => sum + one.stored, 0),
    sent: senders.reduce((sum, one) => sum + one.seq, 0),
    seconds: spent,
    took: took.filter((_, n) => n % Math.ceil(took.length / 5_000) === 0),
  };
  await Promise.all(senders.map(({ client }) => client.endAsync(true)));
  return loaded;
}

process.on('message', (load: ChipLoad) => {
  run(load).then(
    (loaded) => process.send?.({ loaded }),
    (fault: unknown) =>
      process.send?.({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  );
});
