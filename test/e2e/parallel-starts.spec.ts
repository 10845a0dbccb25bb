import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newWelder, POINT, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

/** `SCANS=1000` is the long form. */
const SCANS = Number(process.env['SCANS'] ?? 100);

describe(`${SCANS} people scan one machine at the same moment`, () => {
  let app: TestApp;
  let site: Site;
  let chip: TestChip;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
  }, 120_000);

  afterAll(async () => {
    await chip.close();
    await app.close();
  });

  it('gives it to one, tells all others that it is in use, and holds one open job', async () => {
    const welders: Awaited<ReturnType<typeof newWelder>>[] = [];
    for (let n = 0; n < 10; n += 1) welders.push(await newWelder(app, site.admin, { enterpriseId: site.enterpriseId }));
    const permit = await draftPermit(site, { welderIds: welders.map((welder) => welder.id) });
    const permitId = String(permit['id']);
    await activate(site, permitId);

    // the chip answers as a real one would: an unanswered job is given up after ten seconds, and the machine free again
    const unlocked = chip
      .command('unlock', 250_000)
      .then((unlock) => chip.reply(unlock, { ok: true, relay: 'closed' }));
    const answers = await Promise.all(
      Array.from({ length: SCANS }, (_, n) =>
        welders[n % 10]!.person.post('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 }),
      ),
    );
    await unlocked;
    const bodies = answers.map((answer) => answer.body as { code?: string; findings?: { code: string }[] });
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const refused = bodies.filter((_, n) => answers[n]!.status === 403);
    expect(refused).toHaveLength(SCANS - 1);
    expect(refused.every((body) => body.findings?.some((finding) => finding.code === 'machine.in-use'))).toBe(true);
    const [open] = await app.sql<{ count: string }>(
      `select count(*) from jobs where machine_id = $1 and state in ('reserved', 'running')`,
      [site.machineId],
    );
    expect(open?.count).toBe('1');
  }, 300_000);
});
