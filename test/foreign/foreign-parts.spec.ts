import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startApp, type TestApp } from '../support/app';
import { EventListener } from '../support/event-stream';
import { activate, draftPermit, newSite, POINT, type Site } from '../support/site';
import { chipPassword } from '../support/test-chip';

const run = promisify(execFile); // the broker it talks with lives in this very process

/** Programs that know nothing of this project: Debian's mosquitto-clients, zbar-tools and poppler-utils. */
describe('foreign parts', () => {
  let app: TestApp;
  let site: Site;
  const folder = mkdtempSync(join(tmpdir(), 'hanan-foreign-'));

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
  }, 120_000);
  afterAll(() => app.close());

  it('mosquitto_pub as a chip: an arc without a job is on the event stream and in the list within 2 s', async () => {
    const listener = await EventListener.open(app.url, site.admin.token);
    const now = Date.now();
    const message = { v: 1, boot: 1, seq: 1, events: [{ kind: 'arc-start', t: now, up: 60_000 }] };
    await run('mosquitto_pub', [
      ...['-h', '127.0.0.1', '-p', String(app.mqttPort), '-q', '1', '-i', site.chipNo, '-u', site.chipNo],
      ...['-P', chipPassword(site.chipNo, site.secretHex), '-t', `hanan/v1/chips/${site.chipNo}/up/events`],
      ...['-m', JSON.stringify(message)],
    ]);
    const heard = await listener.next((e) => e.event === 'violation.raised', 2_000);
    expect(heard.heardAt - now).toBeLessThan(2_000);
    const list = (await site.admin.get('/violations?kind=off-platform')).body as { items: { machineId: string }[] };
    expect(list.items.map((item) => item.machineId)).toEqual([site.machineId]);
    listener.close();
  });

  it('a chip in Python, written from docs/chip-protocol.md alone: gets keys, power and a new secret from the platform', async () => {
    const keys = join(folder, 'keys.json');
    const published = (await (await fetch(`${app.url}/.well-known/hanan-unlock-keys.json`)).json()) as {
      keys: unknown[];
    };
    writeFileSync(keys, JSON.stringify({ keys: published.keys.slice(0, 1) }));
    const place = [
      '--mqtt',
      `mqtt://127.0.0.1:${app.mqttPort}`,
      '--flash',
      join(folder, 'flash.json'),
      '--pause',
      '0.2',
    ];
    const chip = ['--chip', site.chipNo, '--secret', site.secretHex, '--keys', keys];
    const program = spawn('python3', ['-B', join(__dirname, 'chip/run.py'), ...chip, ...place], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const wire = async (): Promise<string> => {
      const { keys, secret } = (await site.admin.get(`/chips/${site.chipNo}/wire`)).body as Record<
        string,
        Record<string, unknown>
      >;
      const change = secret?.['change'] as { state: string } | null;
      return `${String(keys?.['state'])} ${String(secret?.['no'])} ${change?.state ?? 'none'}`;
    };
    const until = async (wanted: string): Promise<void> => {
      for (let looks = 0; (await wire()) !== wanted; looks += 1) {
        if (looks === 400) throw new Error(`never ${wanted}: ${await wire()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    try {
      await until('in-force 1 none');
      const permitId = String((await draftPermit(site))['id']);
      await activate(site, permitId);
      const job = await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });
      expect(await runs(String(job['id']))).toBe(true);
      await site.admin.must(`/chips/${site.chipNo}/rotate`, { reason: '到期更换' });
      await until('in-force 2 done');
      expect(await runs(String(job['id']))).toBe(true);
    } finally {
      program.kill('SIGKILL');
    }
  }, 60_000);

  /** Whether the job has power; waits for the chip's answer. */
  const runs = async (id: string): Promise<boolean> => {
    for (let looks = 0; looks < 200; looks += 1) {
      const [job] = await app.sql<{ state: string }>('select state from jobs where id = $1', [id]);
      if (job?.state !== 'reserved') return job?.state === 'running';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };

  const download = async (method: 'get' | 'post', path: string, body?: object): Promise<Buffer> => {
    const request = app.request[method](`/api/v1${path}`)
      .set('authorization', `Bearer ${site.admin.token}`)
      .buffer(true);
    const answer = await request.send(body).parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    });
    expect(answer.status).toBeLessThan(300);
    return answer.body as Buffer;
  };
  const zbar = (file: string): string[] =>
    execFileSync('zbarimg', ['--raw', '-q', file]).toString().trim().split('\n').sort();

  it('zbarimg reads a label and a page of labels at 150 dpi, exactly the public address of the code', async () => {
    const expected = `${app.config.publicUrl}/c/${site.machineCode}`;
    const png = join(folder, 'label.png');
    writeFileSync(png, await download('get', `/machines/${site.machineId}/label.png`));
    expect(zbar(png)).toEqual([expected]);

    const second = await site.admin.must('/machines', {
      model: 'Y',
      process: 'GMAW',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
    });
    const pdf = join(folder, 'labels.pdf');
    writeFileSync(pdf, await download('post', '/machines/labels.pdf', { ids: [site.machineId, second['id']] }));
    execFileSync('pdftoppm', ['-r', '150', '-png', pdf, join(folder, 'page')]);
    expect(zbar(join(folder, 'page-1.png'))).toEqual(
      [expected, `${app.config.publicUrl}/c/${String(second['code'])}`].sort(),
    );
  });

  it.each([
    ['sheet', 2],
    ['roll', 17],
  ] as const)(
    'zbarimg reads every blank code of a %s at 150 dpi, and each is known as blank',
    async (layout, pages) => {
      const pdf = join(folder, `${layout}.pdf`);
      writeFileSync(pdf, await download('post', '/codes/blank', { count: 17, regionCode: '411003', layout }));
      execFileSync('pdftoppm', ['-r', '150', '-png', pdf, join(folder, layout)]);
      const pictures = readdirSync(folder).filter((name) => name.startsWith(`${layout}-`));
      expect(pictures).toHaveLength(pages);
      const codes = pictures
        .flatMap((name) => zbar(join(folder, name)))
        .map((address) => address.split('/c/')[1] ?? '');
      expect(new Set(codes).size).toBe(17);
      for (const code of codes) expect((await site.admin.get(`/codes/${code}`)).body).toMatchObject({ kind: 'blank' });
    },
  );
});
