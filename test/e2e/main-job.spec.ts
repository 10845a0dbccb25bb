import { startApp, type TestApp } from '../support/app';
import { BESIDE_OTHERS_MS, EventListener } from '../support/event-stream';
import { verifyWithJose } from '../support/foreign-verifier';
import { activate, draftPermit, newSite, newWelder, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

/** The whole journey over HTTP and MQTT, from `POST /users` to a closed permit. */
describe('a machine gets power only for a certified welder with a valid permit at the right place', () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;
  let permitId: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
  }, 120_000);

  afterAll(async () => {
    await chip.close();
    await app.close();
  });

  const here = { ...POINT, accuracyM: 10 };
  const jwks = (): string => `${app.url}/.well-known/hanan-unlock-keys.json`;

  it('refuses with all findings at once, each with what to do about it', async () => {
    const stranger = await newWelder(app, site.admin, { certified: false });
    const answer = await stranger.person.post('/jobs', {
      machineCode: site.machineCode,
      permitId,
      lat: 34.5,
      lng: 113.82,
      accuracyM: 10,
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const body = answer.body as {
      code: string;
      findings: { code: string; severity: string; message: string; remedy: string }[];
    };
    expect(body.code).toBe('job.refused');
    expect(
      body.findings
        .filter((f) => f.severity === 'block')
        .map((f) => f.code)
        .sort(),
    ).toEqual(['certificate.missing', 'permit.welder-not-named', 'place.outside-site']);
    for (const finding of body.findings)
      expect([finding.message, finding.remedy].every((text) => text.length > 3)).toBe(true);
  });

  it('gives power only after the chip has answered, and takes it back when the welder finishes', async () => {
    const listener = await EventListener.open(app.url, site.admin.token);
    const dry = await site.welder.post('/authorizations', { machineCode: site.machineCode, permitId, ...here });
    expect(dry.body).toMatchObject({ allowed: true });

    const started = await site.welder.post('/jobs', { machineCode: site.machineCode, permitId, ...here });
    expect({ status: started.status, state: (started.body as { state: string }).state }).toEqual({
      status: 201,
      state: 'reserved',
    });
    const jobId = String((started.body as { id: string }).id);

    const unlock = await chip.command('unlock');
    const [verdict] = await verifyWithJose(jwks(), [String(unlock['token'])], {
      issuer: 'hanan',
      subject: site.chipNo,
    });
    expect(verdict).toMatchObject({ ok: true, header: { alg: 'EdDSA' }, payload: { jti: jobId, boot: 1, outlet: 1 } });
    const payload = verdict!.payload!;
    expect(Number(payload['exp']) - Number(payload['iat'])).toBe(10);
    expect(((await site.welder.get(`/jobs/${jobId}`)).body as { state: string }).state).toBe('reserved');

    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await listener.next(
      (e) => e.event === 'job.started' && (e.data['entity'] as { id: string }).id === jobId,
      BESIDE_OTHERS_MS,
    );
    expect(((await site.welder.get(`/jobs/${jobId}`)).body as { state: string }).state).toBe('running');

    await chip.event('arc-start', { job: jobId });
    const seq = await chip.event('arc-stop', { job: jobId });
    await chip.ackOf(seq);
    const during = await site.admin.get('/violations');
    expect((during.body as { items: unknown[] }).items).toEqual([]);

    expect((await site.welder.post(`/jobs/${jobId}/finish`)).status).toBeLessThan(300);
    const lock = await chip.command('lock');
    expect(lock['job']).toBe(jobId);
    await chip.reply(lock, { ok: true, relay: 'open' });
    expect(((await site.welder.get(`/jobs/${jobId}`)).body as { state: string }).state).toBe('finished');
    listener.close();
  });

  it('any flipped bit of a token fails at a foreign verifier', async () => {
    const token = String((await chip.command('unlock'))['token']);
    const parts = token.split('.');
    const forged = parts.flatMap((part, i) => flippedBits(part).map((other) => parts.with(i, other).join('.')));
    expect(forged.length).toBeGreaterThan(100);
    const verdicts = await verifyWithJose(jwks(), [token, ...forged]);
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, ...forged.map(() => false)]);
  });

  it('the fire watch runs after work: the permit closes only when it is over', async () => {
    expect((await site.watcher.command(permitId, 'finish')).body).toMatchObject({ state: 'fire_watch' });
    const early = await site.watcher.command(permitId, 'close', { residualFire: false });
    expect(early.status).toBe(409);
    expect((early.body as { code: string }).code).toBe('permit.not-ready');
    await app.elapse(31 * 60_000);
    const closed = await site.watcher.command(permitId, 'close', { residualFire: false });
    expect(closed.body).toMatchObject({ state: 'closed', commands: [] });
  });
});

/** One part of a token with each seventh bit turned over, one at a time. */
function flippedBits(part: string): string[] {
  const bytes = Buffer.from(part, 'base64url');
  return Array.from({ length: Math.ceil((bytes.length * 8) / 7) }, (_, n) => {
    const flipped = Buffer.from(bytes);
    const bit = n * 7;
    flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7));
    return flipped.toString('base64url');
  });
}
