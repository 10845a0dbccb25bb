import { ConfirmByOccupier } from '../../../src/modules/permits/occupier/confirm-by-occupier';
import { CopyPermit } from '../../../src/modules/permits/draft/copy-permit';
import { PermitsAtWork } from '../../../src/modules/permits/time/permits-at-work';
import { ResendOccupierCode } from '../../../src/modules/permits/occupier/resend-occupier-code';
import { TextStops } from '../../../src/modules/permits/occupier/text-stops';
import { StartJob } from '../../../src/modules/jobs/start-job';
import { HOUR, SECOND } from '../../../src/kernel/time';
import { minutes, must, outcome, PermitWorld, PLACE, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql('delete from text_counts'); // each test is a day of its own
});

const PHONE = '19900007777';
/** Each at a place of its own: small jobs at one place do not go on for ever. */
let places = 0;
const declare = (by: Role = 'welderUser') =>
  world.create(
    {
      place: { name: '测试车间', ...PLACE, lat: PLACE.lat + (places += 1) / 100, radiusM: 100 },
      regime: 'small',
      fireWatchId: undefined,
      occupierPhone: PHONE,
      submit: true,
      plannedEnd: new Date(T0 + 2 * HOUR).toISOString(),
    },
    by,
  );
const confirm = (id: string, code: string) => world.get(ConfirmByOccupier).execute(id, { code });

describe('a small job is declared and confirmed', () => {
  it('in one request and one code; the grid worker is told', async () => {
    const declared = await declare();
    expect(declared).toMatchObject({ state: 'submitted', level: 'one', occupierPhone: '199****7777' });
    expect(declared.measures.length).toBeGreaterThan(5);
    expect(declared.measures.every(({ confirmed }) => !confirmed)).toBe(true); // nobody has looked yet
    expect(world.messages.sent.at(-1)).toMatchObject({
      phone: PHONE,
      text: expect.stringContaining(`/o/${declared.id}/`),
    });
    const [stored] = await world.sql('select * from permits where id = $1', [declared.id]);
    expect(JSON.stringify(stored)).not.toContain(PHONE);
    expect(JSON.stringify(stored)).not.toContain(world.lastCode());
    expect(must(await confirm(declared.id, world.lastCode()))).toMatchObject({
      state: 'issued',
      number: declared.number,
    });
    expect(await world.events('permit.declared', declared.id)).toMatchObject([{ user_ids: ['grid'] }]);
    // typed twice changes nothing
    expect(must(await confirm(declared.id, world.lastCode()))).toMatchObject({ state: 'issued' });
    const audits = await world.sql<{ after: unknown }>(`select after from audit_entries where entity_id = $1`, [
      declared.id,
    ]);
    expect(JSON.stringify(audits)).not.toContain(PHONE);
  });

  it('five wrong tries end a code; a new one can be sent, at most five in all', async () => {
    const { id } = await declare();
    const right = world.lastCode();
    const wrong = right === '000000' ? '111111' : '000000';
    for (let left = 4; left >= 0; left -= 1)
      expect(await confirm(id, wrong)).toMatchObject({
        ok: false,
        refusal: { code: 'permit.occupier-code-wrong', params: { left } },
      });
    expect(await outcome(confirm(id, right))).toBe('conflict permit.occupier-code-used-up');

    const resend = () => world.get(ResendOccupierCode).execute(world.asked('welderUser'), id);
    expect(await resend()).toMatchObject({
      ok: false,
      refusal: { code: 'permit.occupier-code-too-soon', extra: { retryAfter: 60 } },
    });
    for (let n = 0; n < 4; n += 1) {
      world.clock.at += 60 * SECOND;
      expect(await outcome(resend())).toBe('allowed');
    }
    world.clock.at += 60 * SECOND;
    expect(await outcome(resend())).toBe('conflict permit.occupier-codes-used-up');
    expect(await outcome(confirm(id, right))).toBe('invalid permit.occupier-code-wrong');
    expect(await outcome(confirm(id, world.lastCode()))).toBe('allowed');
    expect(await outcome(resend())).toBe('conflict permit.no-occupier-asked');
  });

  it('parallel guesses all count', async () => {
    const { id } = await declare();
    const wrong = world.lastCode() === '000000' ? '111111' : '000000';
    const answers = await Promise.all(Array.from({ length: 8 }, () => outcome(confirm(id, wrong))));
    expect(answers.filter((one) => one === 'invalid permit.occupier-code-wrong')).toHaveLength(5);
    expect(answers.filter((one) => one === 'conflict permit.occupier-code-used-up')).toHaveLength(3);
  });

  it('only what waits for a code: not another permit, not after its end, not by another person', async () => {
    expect(await outcome(confirm('nothing', '123456'))).toBe('not-found permit.not-found');
    const general = await world.upTo('submitted');
    expect(await outcome(confirm(general, '123456'))).toBe('not-found permit.not-found');
    const { id } = await declare();
    expect(await outcome(world.get(ResendOccupierCode).execute(world.asked('regulator'), id))).toBe(
      'forbidden permit.applicant-only',
    );
    world.clock.at = T0 + 2 * HOUR;
    expect(await outcome(confirm(id, world.lastCode()))).toBe('conflict permit.command-not-open');
  });

  it('yesterday’s is copied and sent off in one request', async () => {
    const { id } = await declare();
    world.clock.at = T0 + 24 * HOUR;
    const copied = must(await world.get(CopyPermit).execute(world.asked('welderUser'), id, { submit: true }));
    expect(copied).toMatchObject({ state: 'submitted', occupierPhone: '199****7777' });
    expect(must(await confirm(copied.id, world.lastCode())).state).toBe('issued');
  });
});

describe('a small job at work', () => {
  const issued = async (): Promise<string> => {
    const { id } = await declare();
    must(await confirm(id, world.lastCode()));
    return id;
  };
  /** The welder goes through the checklist at the place. */
  const seen = async (): Promise<string> => {
    const id = await issued();
    const items = (await world.see(id)).measures.map(({ code }) => ({ code, confirmed: true }));
    await world.must('welderUser', id, 'measures', { items });
    return id;
  };

  it('screens 4: begins only once a person has confirmed the measures, by name', async () => {
    const id = await issued();
    const [first, ...others] = (await world.see(id)).measures.map(({ code }) => ({ code, confirmed: true }));
    const start = () => outcome(world.give('welderUser', id, 'start'));
    expect(await start()).toBe('conflict permit.not-ready');
    await world.must('welderUser', id, 'measures', { items: [first!] });
    const one = await world.see(id);
    expect(one.measures.filter(({ confirmed }) => confirmed)).toMatchObject([{ code: first!.code, confirmedBy: '测试welderUser' }]);
    expect(await start()).toBe('conflict permit.not-ready');
    await world.must('welderUser', id, 'measures', { items: others });
    expect(await start()).toBe('allowed');
  }); // prettier-ignore

  it('is active with its first job, without a starting signature', async () => {
    const id = await seen();
    const { lat, lng } = (await world.see(id)).place;
    const [machine] = await world.sql<{ code: string }>(`select code from machines where id = 'M1'`);
    const job = must(
      await world
        .get(StartJob)
        .execute(world.asked('welderUser'), { machineCode: machine!.code, permitId: id, lat, lng, accuracyM: 5 }),
    );
    expect(job.state).toBe('running');
    expect(await world.see(id)).toMatchObject({ state: 'active', startedAt: new Date(T0).toISOString() });
    expect((await world.see(id)).history.at(-1)).toMatchObject({ command: 'start', byName: '测试welderUser' });
    await world.sql(`update jobs set state = 'finished', ended_at = now() where id = $1`, [job.id]);
  });

  it('a first job of a general permit does not start it', async () => {
    const id = await world.upTo('issued');
    await world.run((tx) => world.get(PermitsAtWork).began(tx, id, world.caller('welderUser'), T0));
    expect((await world.see(id)).state).toBe('issued');
  });

  it('its welder finishes and closes it, after the watch', async () => {
    const id = await seen();
    await world.run((tx) => world.get(PermitsAtWork).began(tx, id, world.caller('welderUser'), T0));
    await world.run((tx) => world.get(PermitsAtWork).began(tx, id, world.caller('welderUser'), T0)); // the second job changes nothing
    expect((await world.see(id, 'welderUser')).commands).toEqual(
      expect.arrayContaining(['finish', 'suspend', 'amend']),
    );
    expect(await world.must('welderUser', id, 'finish')).toMatchObject({ state: 'fire_watch' });
    expect(await outcome(world.give('welderUser', id, 'close', { residualFire: false }))).toBe(
      'conflict permit.not-ready',
    );
    world.clock.at = T0 + minutes(30);
    const photoId = await world.photo('welderUser');
    expect(await world.must('welderUser', id, 'close', { residualFire: false, photoId })).toMatchObject({
      state: 'closed',
    });
  });

  it('an addition counts at once, the occupier need not', async () => {
    const id = await issued();
    const amended = await world.must('welderUser', id, 'amend', { welderIds: ['W2'] });
    expect(amended.welders.map((one) => one.id)).toEqual(['W1', 'W2']);
    expect(amended.amendments).toMatchObject([{ askedBy: '测试welderUser', confirmedBy: '测试welderUser' }]);
  });
});

describe('S2 texts to a phone that never asked for them', () => {
  it('ten a day from one applicant, and the eleventh declaration says why', async () => {
    const before = world.messages.sent.length;
    for (let n = 0; n < 10; n += 1) await declare();
    await expect(declare()).rejects.toThrow('permit.occupier-texts-used-up');
    expect(world.messages.sent.length - before).toBe(10);
    for (const { text } of world.messages.sent.slice(before)) expect(text).not.toContain('测试车间');
  });
});

describe('S2 whoever has the phone stops the texts', () => {
  const keyOf = (id: string): string =>
    world.messages.sent.at(-1)?.text.match(new RegExp(`/o/${id}/([\\w-]+)`))?.[1] ?? '';
  const texts = () => world.get(TextStops);
  const stopped = async (): Promise<{ id: string; key: string }> => {
    const { id } = await declare();
    const key = keyOf(id);
    must(await texts().stop(id, key));
    return { id, key };
  };
  afterEach(() => world.sql('delete from text_stops'));

  it('with the link alone; then no declaration by anybody sends one, and the applicant is told what to do', async () => {
    const { id, key } = await stopped();
    const before = world.messages.sent.length;
    await expect(declare()).rejects.toThrow('permit.occupier-texts-stopped');
    world.clock.at += minutes(2);
    await expect(world.get(ResendOccupierCode).execute(world.asked('welderUser'), id)).rejects.toThrow(
      'permit.occupier-texts-stopped',
    );
    expect(world.messages.sent.length).toBe(before);
    expect(must(await world.get(ConfirmByOccupier).look(id, key))).toMatchObject({ textsStopped: true });
    expect(await outcome(texts().stop(id, 'x'.repeat(22)))).toBe('not-found permit.occupier-key-wrong');
  });

  it('is kept as a keyed hash and audited once, without the phone', async () => {
    const { id, key } = await stopped();
    must(await texts().stop(id, key));
    const rows = await world.sql('select * from text_stops');
    expect(rows).toHaveLength(1);
    const trail = await world.sql(
      `select * from audit_entries where action = 'permit.occupier-texts-stopped' and entity_id = $1`,
      [id],
    );
    expect(trail).toHaveLength(1);
    expect(JSON.stringify([rows, trail])).not.toContain(PHONE);
  });

  it('and allows them again by a code sent to the phone: five tries, three codes a day', async () => {
    const { id, key } = await stopped();
    must(await texts().sendCode(id, key));
    const code = world.lastCode();
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await outcome(texts().lift(id, key, wrong))).toBe('invalid permit.texts-code-wrong');
    expect(must(await texts().lift(id, key, code))).toEqual({ textsStopped: false });
    await declare();

    const again = await stopped();
    must(await texts().sendCode(again.id, again.key));
    for (let tries = 0; tries < 5; tries += 1)
      expect(await outcome(texts().lift(again.id, again.key, wrong))).toBe('invalid permit.texts-code-wrong');
    expect(await outcome(texts().lift(again.id, again.key, world.lastCode()))).toBe(
      'conflict permit.occupier-code-used-up',
    );
    must(await texts().sendCode(again.id, again.key));
    expect(await outcome(texts().sendCode(again.id, again.key))).toBe('too-many permit.occupier-texts-used-up');
  });
});
