import { performance } from 'node:perf_hooks';
import { newUnlockKey, readUnlockKey, type UnlockKey } from '../../../src/platform/config/unlock-key';
import { Chip } from '../../../src/simulator/chip';
import { FlashMemory } from '../../../src/simulator/flash';
import { Random } from '../../../src/simulator/random';
import { readKeySet } from '../../../src/simulator/token-check';
import { startApp, type TestApp } from '../../support/app';
import { newSite, newUser, type Person, type Site } from '../../support/site';
import { TestChip } from '../../support/test-chip';

interface Wire {
  readonly keys: { readonly state: string; readonly held: string[] | null };
  readonly secret: {
    readonly no: number;
    readonly change: { readonly state: string; readonly error: string | null } | null;
  };
  readonly settings: { readonly state: string; readonly no: number; readonly sampleMs: number };
}

const SETTINGS = { sampleMs: 5_000, idleSampleMs: 30_000, arcFromA: 8, arcPauseMs: 300 };

describe('what goes over a chip’s wire beside power', () => {
  let app: TestApp;
  let site: Site;
  let regulator: Person;
  const running: { powerOff(): Promise<void> }[] = [];

  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  beforeEach(async () => {
    site = await newSite(app);
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  }, 60_000);
  afterEach(async () => {
    for (const chip of running.splice(0)) await chip.powerOff();
  });
  afterAll(() => app.close());

  /** The reference chip, with the keys that the platform publishes now. */
  async function chip(flash = new FlashMemory(null)): Promise<Chip> {
    const keys = readKeySet(await (await fetch(`${app.url}/.well-known/hanan-unlock-keys.json`)).json());
    const { chipNo, secretHex } = site;
    const made = new Chip({
      make: { chipNo, secret: Buffer.from(secretHex, 'hex'), outlets: 1, keys: keys.slice(0, 1), position: null },
      ...{ mqttUrl: `mqtt://127.0.0.1:${app.mqttPort}`, process: 'SMAW', ratedCurrentA: 200, flash },
      ...{ random: Random.for(1, chipNo), ticks: () => performance.now() },
    });
    running.push(made);
    made.powerOn();
    return made;
  }
  const wire = async (): Promise<Wire> => (await regulator.get(`/chips/${site.chipNo}/wire`)).body as Wire;
  /** Waits for what the platform says of the chip; counted in looks, so that a slow machine has as many. */
  async function until(holds: (wire: Wire) => boolean): Promise<Wire> {
    for (let looks = 0; looks < 400; looks += 1) {
      const now = await wire();
      if (holds(now)) return now;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`never so: ${JSON.stringify(await wire())}`);
  }
  const rotate = (who = regulator) => who.post(`/chips/${site.chipNo}/rotate`, { reason: '密钥清单外泄' });
  const audited = async (): Promise<string[]> =>
    (
      await app.sql<{ action: string }>(
        `select action from audit_entries where entity = 'chip' and entity_id = $1 and action like 'chip.secret%' order by id`,
        [site.chipNo],
      )
    ).map(({ action }) => action);

  it('a new secret: waits for a chip that is away, is used by it, and ends the old one', async () => {
    expect((await rotate()).body).toMatchObject({ secret: { no: 1, change: { state: 'waiting', no: 2 } } });
    expect((await rotate()).body).toMatchObject({ secret: { change: { state: 'waiting', no: 2 } } });
    const flash = new FlashMemory(null);
    const first = await chip(flash);
    const { secret } = await until(({ secret: { change } }) => change?.state === 'done');
    expect(secret.no).toBe(2);
    expect(await first.until(() => first.connected, 10_000)).toBe(true);
    await expect(TestChip.connect(app.mqttPort, site)).rejects.toThrow(/Not authorized/);
    await first.restart();
    expect(await first.until(() => first.connected, 10_000)).toBe(true);
    expect(await audited()).toEqual(['chip.secret-asked', 'chip.secret-changed']);
  }, 60_000);

  it('a chip that agreed and lost its memory of it comes in under the old secret, and is asked again', async () => {
    await rotate();
    const old = await TestChip.connect(app.mqttPort, site);
    await old.birth();
    const command = await old.command('secret');
    await old.reply(command, { ok: true, x: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo' });
    await until(({ secret: { change } }) => change?.state === 'agreed');
    await old.close();
    await chip();
    expect((await until(({ secret: { change } }) => change?.state === 'done')).secret.no).toBe(2);
  }, 60_000);

  it.each([
    ['cannot do it', { ok: false, error: 'unsupported' }, 'unsupported'],
    ['sends a half that is none', { ok: true, x: 'A'.repeat(43) }, 'bad-key'],
    ['sends no half', { ok: true }, 'bad-key'],
  ])('a chip that %s keeps its secret, and the page says so', async (_, answer, error) => {
    await rotate();
    const old = await TestChip.connect(app.mqttPort, site);
    await old.birth();
    await old.reply(await old.command('secret'), answer);
    const { secret } = await until(({ secret: { change } }) => change?.state === 'refused');
    expect(secret).toMatchObject({ no: 1, change: { error } });
    await old.close();
    await (await TestChip.connect(app.mqttPort, site)).close();
    expect(await audited()).toEqual(['chip.secret-asked', 'chip.secret-refused']);
  });

  const configured = async (): Promise<number> =>
    (await app.sql(`select 1 from chip_commands where chip_no = $1 and kind = 'configure' and ok`, [site.chipNo]))
      .length;

  it('what must never be, the database refuses', async () => {
    const set = (change: string) => app.sql(`update chips set ${change} where chip_no = $1`, [site.chipNo]);
    await expect(set('secret_no = 2')).rejects.toThrow('only to the one it agreed on');
    await expect(set('secret_no = 0')).rejects.toThrow();
    await rotate();
    await expect(set('secret_no = 2')).rejects.toThrow('only to the one it agreed on');
    await app.sql(
      `update chip_secret_changes set state = 'refused', error = 'x', half_sealed = null, ended_at = asked_at where chip_no = $1`,
      [site.chipNo],
    );
    await expect(
      app.sql(`update chip_secret_changes set error = 'y' where chip_no = $1`, [site.chipNo]),
    ).rejects.toThrow('stays as it is');
  });

  it('who may not rotate is refused, and so is a chip beyond reach', async () => {
    const technician = await newUser(app, site.admin, ['technician'], { regionCode: '411003' });
    expect((await rotate(technician)).status).toBe(403);
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    expect((await rotate(elsewhere)).body).toMatchObject({ code: 'chip.unknown' });
  });

  it('settings: in force once the chip says so, sent again to one that forgot them', async () => {
    const set = await regulator.post(`/chips/${site.chipNo}/configure`, SETTINGS);
    expect(set.body).toMatchObject({ settings: { state: 'waiting', no: 1, sampleMs: 5_000 } });
    const first = await chip();
    await until(({ settings: { state } }) => state === 'in-force');
    await first.powerOff();
    await chip(new FlashMemory(null)); // a board that was changed
    let taken = 0;
    await until(() => {
      void configured().then((n) => (taken = n));
      return taken === 2;
    });
    expect((await wire()).settings).toMatchObject({ state: 'in-force', no: 1 });
    const wrong = await regulator.post(`/chips/${site.chipNo}/configure`, { ...SETTINGS, arcFromA: 500 });
    expect(wrong.status).toBe(422);
  }, 60_000);

  it('keys: a chip gets the set, and what it does not hold yet does not sign for it', async () => {
    const [a] = app.config.unlockKeys;
    const b = readUnlockKey(newUnlockKey());
    const use = (...keys: UnlockKey[]): void => void Object.assign(app.config, { unlockKeys: keys });
    try {
      const flash = new FlashMemory(null);
      const first = await chip(flash);
      await until(({ keys: { held } }) => held !== null);
      use(b, a!); // as after a restart of the platform with the keys swapped
      expect((await wire()).keys.state).toBe('waiting');
      await first.restart();
      const { keys } = await until(({ keys: { state } }) => state === 'in-force');
      expect(keys.held).toEqual([b.kid, a!.kid]);
      use(b);
      await first.restart();
      expect((await until(({ keys: { state } }) => state === 'in-force')).keys.held).toEqual([b.kid]);
    } finally {
      use(a!);
    }
  }, 60_000);
});
