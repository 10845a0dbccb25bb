import fc from 'fast-check';
import { Edge } from '../integration/telemetry/edge';
import { TestChip } from '../support/test-chip';

const event = (change: object): string =>
  JSON.stringify({ v: 1, boot: 1, seq: 900, events: [{ kind: 'arc-start', t: 1, up: 1, ...change }] });
const sample = (change: object): string =>
  JSON.stringify({
    v: 1,
    boot: 1,
    seq: 901,
    samples: [{ t: 1, up: 1, ms: 10, i: 1, iMax: 1, u: 1, arcMs: 1, ...change }],
  });

/** `PAYLOADS=100000` is the long form. */
const PAYLOADS = Number(process.env['PAYLOADS'] ?? 400);
const SEED = Number(process.env['SEED'] ?? 7);

/** What cannot be read is kept with its reason; where it has a number the chip is told so. Never a crash, never a loss. */
describe('what cannot be read', () => {
  let edge: Edge;
  let chip: TestChip;
  beforeAll(async () => {
    edge = await Edge.open();
    chip = await TestChip.connect(edge.port, await edge.machine());
  }, 60_000);
  afterAll(async () => {
    await chip.close();
    await edge.close();
  });

  const kept = async (): Promise<{ reason: string; digest: string }[]> => {
    await chip.ackOf(await chip.event('fault'));
    return edge.sql('select reason, digest from quarantine where chip_no = $1 order by id', [chip.chipNo]);
  };

  it.each<[string, 'events' | 'samples' | 'birth' | 'replies', string, string]>([
    ['not JSON', 'events', 'not json', 'not-json'],
    ['nothing at all', 'events', '', 'not-json'],
    ['cut off', 'events', event({}).slice(0, -4), 'not-json'],
    ['NaN', 'samples', sample({}).replace('"i":1', '"i":NaN'), 'not-json'],
    ['nested ten thousand deep', 'events', '['.repeat(8_000) + ']'.repeat(8_000), 'schema  type'],
    ['an array', 'events', '[]', 'schema  type'],
    ['null', 'samples', 'null', 'schema  type'],
    ['another version', 'events', event({}).replace('"v":1', '"v":2'), 'schema /v const'],
    ['a kind that is no word', 'events', event({ kind: 'a dance' }), 'schema /events/0/kind pattern'],
    ['half a millisecond', 'events', event({ up: 0.5 }), 'schema /events/0/up type'],
    ['2^64', 'events', event({ up: 2 ** 64 }), 'schema /events/0/up maximum'],
    ['1e308 amperes', 'samples', sample({ i: 1e308 }), 'schema /samples/0/i maximum'],
    ['minus one ampere', 'samples', sample({ i: -1 }), 'schema /samples/0/i minimum'],
    ['more arc than interval', 'samples', sample({ arcMs: 11 }), 'arc longer than interval'],
    ['a job number with quotes and braces', 'samples', sample({ job: '{"},NULL' }), 'schema /samples/0/job pattern'],
    [
      'NUL in a word',
      'birth',
      JSON.stringify({ v: 1, boot: 1, seq: 0, up: 1, relay: 'open', fw: 'a\u0000b' }),
      'schema /fw pattern',
    ],
    [
      'words that run backwards',
      'birth',
      JSON.stringify({ v: 1, boot: 1, seq: 0, up: 1, relay: 'open', fw: '\u202etset' }),
      'schema /fw pattern',
    ],
    [
      'half a character',
      'replies',
      '{"v":1,"boot":1,"command":"C","ok":false,"error":"\\ud800"}',
      'schema /error pattern',
    ],
    ['seq zero', 'events', event({}).replace('"seq":900', '"seq":0'), 'schema /seq minimum'],
  ])('%s', async (_, topic, payload, reason) => {
    await chip.publish(topic, payload);
    expect((await kept()).at(-1)?.reason).toBe(reason);
  });

  it('with a readable number it is named in the acknowledgement', async () => {
    await chip.publish('events', event({ kind: 7 }).replace('"seq":900', '"seq":950'));
    await chip.ackOf(950);
  });

  it('a tiny current is nothing the database stumbles over', async () => {
    await chip.publish('samples', sample({ i: 1e-320, iMax: 1e-45, u: 1e-7 }).replace('"seq":901', '"seq":960'));
    await chip.ackOf(960);
  });

  it('anything at all on its own topics: the chip stays connected, and what it says next is stored', async () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json({ maxDepth: 6 }),
      fc.object({ maxDepth: 3 }).map((body) => JSON.stringify({ v: 1, boot: 1, seq: 5_000, ...body })),
      fc
        .array(fc.object({ maxDepth: 2 }), { maxLength: 3 })
        .map((events) => JSON.stringify({ v: 1, boot: 1, seq: 5_001, events })),
    );
    const topics = fc.constantFrom('birth', 'samples', 'events', 'replies', 'death');
    for (const [topic, payload] of fc.sample(fc.tuple(topics, junk), { numRuns: PAYLOADS, seed: SEED }))
      await chip.publish(topic, payload);
    await kept();
    const [{ all } = { all: 0 }] = await edge.sql<{ all: number }>('select sum(received)::int as all from quarantine_hours where chip_no = $1', [chip.chipNo]); // prettier-ignore
    expect(all).toBeGreaterThan(PAYLOADS / 2);
    expect(chip.client.connected).toBe(true);
  }, 600_000);
});
