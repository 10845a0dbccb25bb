import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { DeliverMessages } from '../../src/modules/notices/send/deliver-messages';
import { MessageStore } from '../../src/modules/notices/send/message.store';
import { RunRetention } from '../../src/modules/privacy/retention/run-retention';
import { TellDue } from '../../src/modules/notices/tell/tell-due';
import { TellEvents } from '../../src/modules/notices/tell/tell-events';
import { TellWebhooks } from '../../src/modules/notices/webhooks/tell-webhooks';
import type { DeliveryFault } from '../../src/platform/messaging/delivery-fault';
import { MessageGateway } from '../../src/platform/messaging/message-gateway';
import { noteBackup } from '../../src/platform/backup/last-backup';
import { OutboxConsumers } from '../../src/platform/outbox/outbox-consumers';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { DAY, HOUR, MINUTE, shanghaiDate } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { everythingIsRead } from '../support/outbox-read';
import { draftPermit, newSite, newUser, type Person, type Site } from '../support/site';

interface Taken {
  readonly delivery: string;
  readonly signature: string;
  readonly raw: string;
  readonly event: { readonly id: string; readonly entity: { readonly id: string }; readonly type: string };
}

const STATUS = { ok: 204, fails: 500, unknown: 404, busy: 429 };

/** Another system: what it took, and how it answers. */
class Receiver {
  readonly taken: Taken[] = [];
  calls = 0;
  answer: keyof typeof STATUS | 'slow' | 'elsewhere' = 'ok';
  private readonly server: Server = createServer((request, response) => void this.hear(request, response));
  port = 0;

  async open(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.calls += 1;
    let raw = '';
    for await (const part of request) raw += String(part);
    if (this.answer === 'slow') return; // it never says whether it took it
    if (this.answer === 'elsewhere')
      return void response.writeHead(307, { location: `http://127.0.0.1:${this.port}/secret` }).end();
    const [delivery, signature] = [
      String(request.headers['hanan-delivery']),
      String(request.headers['hanan-signature']),
    ];
    this.taken.push({ delivery, signature, raw, event: JSON.parse(raw) as Taken['event'] });
    response.writeHead(STATUS[this.answer]).end();
  }
}

/** A mail server that refuses as it is told to. */
class PostOffice {
  readonly mails: { to: string[]; text: string }[] = [];
  refuses: number | null = null;
  port = 0;
  private server: SMTPServer | null = null;

  async open(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) =>
        this.refuses === null ? done() : done(Object.assign(new Error('no'), { responseCode: this.refuses })),
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (part) => (text += String(part)));
        stream.on('end', () => {
          this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
          done();
        });
      },
    });
    this.server.on('error', () => undefined);
    await new Promise<void>((done) => this.server!.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((done) => (this.server ? this.server.close(() => done()) : done()));
  }
}

const GATEWAY_SECRET = 'a secret of the gateway, for tests';
const receiver = new Receiver();
const post = new PostOffice();
let app: TestApp;
let site: Site;
let regulator: Person;
let now: number;

/** No loop of the platform runs by itself: the test says when, and what time it is. */
const tell = async (): Promise<void> => {
  await everythingIsRead(app);
  await app.app.get(TellEvents).execute(now);
  await app.app.get(TellWebhooks).execute(now);
};
const deliver = (at: number): Promise<void> => app.app.get(DeliverMessages).execute(at);
const put = (who: Person, body: object) =>
  app.request.put('/api/v1/me/notice-settings').set('authorization', `Bearer ${who.token}`).send(body);

beforeAll(async () => {
  await receiver.open();
  await post.open();
  app = await startApp({
    role: 'api',
    smtpUrl: `smtp://127.0.0.1:${post.port}`,
    mailFrom: 'hanan@example.cn',
    wechatGatewayUrl: `http://127.0.0.1:${receiver.port}/texts`,
    messageGatewaySecret: GATEWAY_SECRET,
    webhookHosts: [`127.0.0.1:${receiver.port}`],
    outsidePatienceMs: 300,
  });
  now = Date.now();
  for (const name of ['notices', 'webhooks']) await app.app.get(OutboxConsumers).begin(name, now);
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await receiver.close();
  await post.close();
});

describe('another system', () => {
  it.each([
    ['http://example.cn/a', 'webhook.address-not-https'],
    ['https://10.0.0.7/a', 'webhook.address-not-public'],
    ['https://169.254.169.254/latest', 'webhook.address-not-public'],
    ['https://[::1]/a', 'webhook.address-not-public'],
    ['https://[::ffff:10.0.0.1]/a', 'webhook.address-not-public'],
    ['https://2130706433/a', 'webhook.address-not-public'],
    ['https://me:secret@example.cn/a', 'webhook.address-unreadable'],
    ['file:///etc/passwd', 'webhook.address-not-https'],
  ])('is not called at %s', async (url, code) => {
    const { status, body } = await regulator.post('/webhooks', { url, types: ['*'] });
    expect([status, (body as { code: string }).code]).toEqual([422, code]);
  });

  it('gets everything once and in order per entity: down for a day, slow, failing after it took it, and back', async () => {
    const { secret, id } = (await regulator.must('/webhooks', {
      url: `http://127.0.0.1:${receiver.port}/events`,
      types: ['permit.changed', 'violation.raised'],
    })) as { secret: string; id: string };
    await receiver.close(); // down
    const permits = [await draftPermit(site), await draftPermit(site), await draftPermit(site)].map((one) =>
      String(one['id']),
    );
    for (const permit of permits) await site.manager.must(`/permits/${permit}/commands/submit`);
    now = Date.now();
    await tell();
    for (let hour = 0; hour < 24; hour += 1) await deliver(now + hour * HOUR);
    for (const permit of permits) await site.safety.must(`/permits/${permit}/commands/approve`);
    await tell();
    await deliver(now + 24 * HOUR);
    expect(receiver.taken).toEqual([]);

    await receiver.open();
    receiver.answer = 'slow';
    await deliver(now + 26 * HOUR);
    receiver.answer = 'elsewhere';
    await deliver(now + 28 * HOUR);
    expect(receiver.taken).toEqual([]); // a redirect is not followed
    receiver.answer = 'fails';
    await deliver(now + 30 * HOUR);
    const [before] = [receiver.taken.length];
    expect(before).toBeGreaterThan(0);
    receiver.answer = 'ok';
    await deliver(now + 32 * HOUR);
    await deliver(now + 33 * HOUR);

    const kept = await app.sql<{ id: string; key: string }>(
      `select entity_id as id, xid::text || '-' || id::text as key from outbox
       where type = 'permit.changed' and entity_id = any($1) and data ->> 'command' in ('submit', 'approve') order by xid, id`,
      [permits],
    );
    const first = new Map(receiver.taken.map((one) => [one.delivery, one.event])); // a delivery counts once, under its id
    expect(receiver.taken.length).toBeGreaterThan(first.size);
    for (const permit of permits) {
      const told = [...first.values()].filter(({ entity }) => entity.id === permit).map((one) => one.id);
      const happened = kept.filter((one) => one.id === permit).map(({ key }) => key);
      expect(told).toEqual(expect.arrayContaining(happened));
      expect(told).toEqual([...told].sort((a, b) => Number(BigInt(a.split('-')[0]!) - BigInt(b.split('-')[0]!))));
    }
    for (const { raw, signature } of receiver.taken) {
      const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
      expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${raw}`).digest('hex'));
    }
    const { body } = await regulator.get(`/webhooks/${id}/deliveries`);
    const states = (body as { items: { state: string }[] }).items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['sent']));
    expect((await site.manager.get('/webhooks')).status).toBe(403);
  }, 60_000);

  it('a name that leads into our own network is not called, whatever it led to before', async () => {
    const { id } = await regulator.must('/webhooks', { url: 'https://localhost/events', types: ['permit.changed'] });
    await site.manager.must(`/permits/${String((await draftPermit(site))['id'])}/commands/submit`);
    now = Date.now();
    await tell();
    await deliver(now);
    const [row] = await app.sql<{ fault: string }>(
      'select fault from messages where webhook_id = $1 order by seq limit 1',
      [id],
    );
    expect(row?.fault).toBe('address-not-public');
    await app.request
      .delete(`/api/v1/webhooks/${String(id)}`)
      .set('authorization', `Bearer ${regulator.token}`)
      .expect(200);
    await deliver(now + HOUR);
    const [after] = await app.sql<{ state: string; fault: string }>(
      'select state, fault from messages where webhook_id = $1',
      [id],
    );
    expect(after).toEqual({ state: 'dead', fault: 'webhook-stopped' });
  });

  it('a message that a process took and never finished is sent by another', async () => {
    const [{ lane } = { lane: '' }] = await app.sql<{ lane: string }>(
      `select lane from messages where channel = 'webhook' and state = 'sent' limit 1`,
    );
    await app.sql(`update messages set state = 'queued', settled_at = null where lane = $1`, [lane]);
    const [store, uow] = [app.app.get(MessageStore), app.app.get(UnitOfWork)];
    const at = now + 40 * HOUR;
    expect(await uow.run(systemScope('test'), (tx) => store.claim(tx, lane, at))).toHaveLength(1); // and dies
    await deliver(at + MINUTE);
    expect(await app.sql(`select 1 from messages where lane = $1 and state = 'sent'`, [lane])).toEqual([]);
    await deliver(at + 3 * MINUTE);
    expect(await app.sql(`select 1 from messages where lane = $1 and state <> 'sent'`, [lane])).toEqual([]);
  });
});

/** What a short mail in Chinese says: its body comes in base64. */
const decoded = (mail: string): string => Buffer.from(mail.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString('utf8');

describe('people', () => {
  interface Notice {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly readAt: string | null;
    readonly path: string;
  }
  const inbox = async (who: Person): Promise<Notice[]> =>
    ((await who.get('/notices').set('accept-language', 'zh-CN')).body as { items: Notice[] }).items;

  it('whoever is to sign reads it in the app, and nobody else', async () => {
    const [latest] = await inbox(site.safety);
    expect(latest).toMatchObject({ kind: 'permit-step', readAt: null });
    expect(latest?.text).toMatch(/^作业票 \S+：审批中。轮到您办理时，请及时处理。$/);
    const before = (await site.safety.get('/notices/unread')).body as { count: number };
    await site.safety.must(`/notices/${latest!.id}/read`);
    expect((await site.safety.get('/notices/unread')).body).toEqual({ count: before.count - 1 });
    expect((await site.manager.post(`/notices/${latest!.id}/read`)).status).toBe(404);
    await site.safety.must('/notices/read', { upTo: latest!.id });
    expect((await site.safety.get('/notices/unread')).body).toEqual({ count: 0 });
  });

  it('an event that is taken twice is told once', async () => {
    const before = (await inbox(site.safety)).length;
    await app.sql(`update outbox_consumers set xid = '0'::xid8, id = 0 where name = 'notices'`);
    await tell();
    const again = await inbox(site.safety);
    expect(again.filter(({ id }, n) => again.findIndex((one) => one.id === id) !== n)).toEqual([]);
    expect(again.length).toBe(before);
  });

  const confirm = (who: Person, code: string) => who.post('/me/notice-settings/mail/confirm', { code });
  const codeSent = async (): Promise<string> => {
    while (post.mails.length === 0) await new Promise((again) => setTimeout(again, 20));
    const [{ text } = { text: '' }] = post.mails.splice(0);
    return /(?<=验证码是 )\d{6}/.exec(decoded(text))?.[0] ?? '';
  };
  const confirmMail = async (who: Person): Promise<void> => {
    const code = await codeSent();
    const wrong = await confirm(who, code === '000000' ? '111111' : '000000');
    expect([wrong.status, (wrong.body as { code: string }).code]).toEqual([422, 'notices.mail-code-wrong']);
    expect((await confirm(site.manager, code)).status).toBe(409); // gave no address
    expect((await confirm(who, code)).status).toBe(204);
    expect((await who.get('/me/notice-settings')).body).toMatchObject({ mailWaits: false });
  };

  it('by WeChat: the operator’s gateway is asked, signed; each kind of its answers is told apart', async () => {
    const [gateway, url] = [app.app.get(MessageGateway), `http://127.0.0.1:${receiver.port}/texts`];
    const message = { channel: 'wechat', phone: '13800000000', text: '【焊安】示例' } as const;
    const faultAt = (answer: typeof receiver.answer): Promise<unknown> => {
      receiver.answer = answer;
      return gateway.send(url, message).then(
        () => 'accepted',
        ({ kind, code }: DeliveryFault) => `${kind} ${code}`,
      );
    };
    const before = receiver.taken.length;
    expect([await faultAt('ok'), await faultAt('fails'), await faultAt('elsewhere')]).toEqual([
      ...['accepted', 'receiver gateway-500', 'receiver gateway-307'],
    ]);
    expect([await faultAt('unknown'), await faultAt('busy'), await faultAt('slow')]).toEqual([
      ...['refused gateway-404', 'message gateway-429', 'receiver gateway-silent'],
    ]);
    const { raw, signature } = receiver.taken[before]!;
    expect(JSON.parse(raw)).toEqual({ id: expect.any(String) as string, ...message });
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(v1).toBe(createHmac('sha256', GATEWAY_SECRET).update(`${t}.${raw}`).digest('hex'));
    receiver.answer = 'ok';
  });

  it('by WeChat a message whose answer was lost comes again under its own name, so that the gateway takes it once', async () => {
    const links = { enterpriseId: site.enterpriseId, phone: '13800000001' };
    const told = await newUser(app, site.admin, ['safety-officer'], links);
    const choices = [{ kind: 'permit-step', channel: 'wechat', wanted: true }];
    const settings = { quietFrom: null, quietTo: null, digest: false, language: 'zh-CN', choices };
    expect((await put(told, settings)).status).toBe(200);
    await site.manager.must(`/permits/${String((await draftPermit(site))['id'])}/commands/submit`);
    now = Date.now();
    await tell();
    const before = receiver.taken.length;
    receiver.answer = 'fails'; // it took the message, and says that it did not
    await deliver(now);
    receiver.answer = 'ok';
    for (let hour = 1; hour < 4; hour += 1) await deliver(now + hour * HOUR);
    const texts = receiver.taken.slice(before).map(({ raw }) => JSON.parse(raw) as { id: string; phone?: string });
    const ids = texts.filter(({ phone }) => phone === links.phone).map(({ id }) => id);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect((await put(told, { ...settings, choices: [] })).status).toBe(200);
  });

  it('by e-mail: the server is down, puts off, comes back; each mail arrives once, and a refused address is given up', async () => {
    const settings = {
      mail: 'An.Quan@example.cn',
      quietFrom: null,
      quietTo: null,
      digest: false,
      language: 'zh-CN',
      choices: [],
    };
    const saved = await put(site.safety, settings);
    expect(saved.body).toMatchObject({ mail: 'a***@example.cn', mailWaits: true });
    await confirmMail(site.safety);
    await post.close();
    const permit = String((await draftPermit(site))['id']);
    await site.manager.must(`/permits/${permit}/commands/submit`);
    now = Date.now();
    await tell();
    for (let hour = 0; hour < 3; hour += 1) await deliver(now + hour * HOUR);
    await post.open();
    post.refuses = 451;
    await deliver(now + 5 * HOUR);
    expect(post.mails).toEqual([]);
    post.refuses = null;
    await deliver(now + 8 * HOUR);
    await deliver(now + 9 * HOUR);
    expect(post.mails.map(({ to }) => to)).toEqual([['an.quan@example.cn']]);
    expect(post.mails[0]?.text).toContain(`/console/permits/${permit}`);
    post.refuses = 550;
    await site.manager.must(`/permits/${permit}/commands/cancel`, { reason: '老王家里有事' });
    await site.manager.must(`/permits/${String((await draftPermit(site))['id'])}/commands/submit`);
    await tell();
    await deliver(now + 10 * HOUR);
    const dead = await app.sql(`select fault from messages where channel = 'mail' and state = 'dead'`);
    expect(dead).toEqual([{ fault: 'smtp-550' }]);
    post.refuses = null;
  });

  it('nothing that a person wrote leaves by a message', async () => {
    const rows = await app.sql(`select 1 from messages where params::text ~ '老王|测试车间|焊接支架'`);
    expect(rows).toEqual([]);
    expect(post.mails.map(({ text }) => text).join()).not.toMatch(/老王|测试车间|焊接支架/);
  });

  it('a kind on which safety hangs cannot be switched off, a half of quiet hours is refused, others are quiet and come in one mail', async () => {
    const settings = { quietFrom: null, quietTo: null, digest: false, language: 'zh-CN', choices: [] };
    const mandatory = await put(site.safety, {
      ...settings,
      choices: [{ kind: 'watch-missed', channel: 'inbox', wanted: false }],
    });
    expect([mandatory.status, (mandatory.body as { code: string }).code]).toEqual([422, 'notices.kind-mandatory']);
    expect((await put(site.safety, { ...settings, quietFrom: '22:00' })).status).toBe(422);
    await put(site.safety, {
      ...settings,
      digest: true,
      choices: [{ kind: 'permit-step', channel: 'inbox', wanted: false }],
    });
    const sent = post.mails.length;
    const unread = (await inbox(site.safety)).length;
    for (let n = 0; n < 2; n += 1)
      await site.manager.must(`/permits/${String((await draftPermit(site))['id'])}/commands/submit`);
    now = Date.now();
    await tell();
    await deliver(now);
    expect(post.mails.length).toBe(sent);
    await deliver(now + DAY);
    expect(post.mails.length).toBe(sent + 1);
    expect(post.mails.at(-1)?.text.match(/console\/permits/g)).toHaveLength(2);
    expect((await inbox(site.safety)).length).toBe(unread);
  });

  it('what comes due is told once: training, a check, a case, a visit, a machine that waits', async () => {
    const inDays = (days: number): string => `(now() at time zone 'Asia/Shanghai')::date + ${days}`;
    await app.sql(`update welders set training_valid_to = ${inDays(20)} where id = $1`, [site.welderId]);
    await app.sql(`update machines set inspection_due_on = ${inDays(6)} where id = $1`, [site.machineId]);
    const { id } = await regulator.must('/violations', { kind: 'no-permit', machineCode: site.machineCode, description: '无票作业' }); // prettier-ignore
    await regulator.must(`/violations/${String(id)}/commands/assign`, { enterpriseId: site.enterpriseId });
    await app.sql(`update violations set due_at = now() + interval '12 hours' where id = $1`, [id]);
    const visit = String((await regulator.must('/inspections', { kind: 'hot-work', enterpriseId: site.enterpriseId, officerIds: [regulator.userId], dueOn: shanghaiDate(Date.now() + 9 * DAY) }))['id']); // prettier-ignore
    await site.manager.must(`/machines/${site.machineId}/handovers`, { kind: 'lease', to: site.welderCode, untilOn: shanghaiDate(Date.now() + 9 * DAY), stickerHanded: true }); // prettier-ignore
    await app.app.get(TellDue).execute(Date.now());
    await app.app.get(TellDue).execute(Date.now());
    const told = async (who: Person, kind: string) => (await inbox(who)).filter((one) => one.kind === kind);
    const expected: [Person, string, string][] = [
      [site.welder, 'training-due', '还有 20 天'],
      [site.manager, 'check-due', '还有 6 天'],
      [site.manager, 'violation-due', '整改期限'],
      [regulator, 'inspection-visit', '检查任务'],
      [site.welder, 'handover', '确认交接'],
    ];
    for (const [who, kind, words] of expected) {
      const found = await told(who, kind);
      expect(found.map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
    }
    expect(visit).not.toBe('undefined');
    expect(await told(site.watcher, 'check-due')).toEqual([]);
  });
});

describe('the platform itself, and what is kept of people', () => {
  it('the administrator sees what was given up and has it sent anew; nobody else does', async () => {
    noteBackup(app.config.dataDir, { takenAt: new Date().toISOString(), folder: '/backups/1', rows: 7 });
    const state = await site.admin.get('/operations');
    expect((state.body as { backup: object }).backup).toMatchObject({ folder: '/backups/1', rows: 7, verifiedAt: null, old: false }); // prettier-ignore
    expect(state.status).toBe(200);
    expect(state.body).toMatchObject({
      consumers: [{ name: 'notices' }, { name: 'webhooks' }],
      queues: [
        { name: 'exchange-lines' },
        { name: 'exchange-lines-dead' },
        { name: 'message-lanes', failed: 0 },
        { name: 'message-lanes-dead' },
      ],
      chips: expect.arrayContaining([{ state: 'never-heard', count: 1 }]) as unknown,
    });
    expect((await regulator.get('/operations')).status).toBe(403);
    const dead = (await site.admin.get('/operations/dead-messages')).body as { items: { id: string; fault: string }[] };
    const mail = dead.items.find(({ fault }) => fault === 'smtp-550');
    await site.admin.must(`/operations/dead-messages/${mail!.id}/retry`);
    expect((await site.admin.post(`/operations/dead-messages/${mail!.id}/retry`)).status).toBe(409);
    const sent = post.mails.length;
    await deliver(Date.now() + HOUR);
    expect(post.mails.length).toBeGreaterThan(sent);
  });

  it('the trail is sought by person and time', async () => {
    const { body } = await site.admin.get(
      `/audit?actorId=${site.safety.userId}&from=2020-01-01T00:00:00Z&to=2199-01-01T00:00:00Z`,
    );
    const items = (body as { items: { actor: { id: string } }[] }).items;
    expect(new Set(items.map(({ actor }) => actor.id))).toEqual(new Set([site.safety.userId]));
    expect((await site.admin.get('/audit?to=2020-01-01')).body).toEqual({ items: [], nextCursor: null });
    expect((await site.admin.get('/audit?from=yesterday')).status).toBe(422);
  });

  it('a welder reads all that is kept of them, and who looked and why', async () => {
    await regulator.must(`/welders/${site.welderId}/reveal`, { reason: '核对身份，办理复审' });
    const { body } = await site.welder.get('/me/data');
    const sections = (body as { sections: { kind: string; items: Record<string, string>[] }[] }).sections;
    const of = (kind: string) => sections.find((one) => one.kind === kind)?.items[0];
    expect(of('welder')?.['idNumber']).toMatch(/^\d{17}[\dX]$/);
    expect(of('certificates')?.['number']).toBe(`T${of('welder')?.['idNumber']}`);
    expect(JSON.stringify(body)).not.toMatch(/ealed|Hash/);
    const looks = (await site.welder.get('/me/data/looks')).body as { items: { action: string; reason: string }[] };
    expect(looks.items[0]).toMatchObject({ action: 'welder.revealed', reason: '核对身份，办理复审' });
    expect((await site.safety.get('/me/data/looks')).body).toEqual({ items: [] });
  });

  it('what is too old is erased and counted, but not what an open case rests on', async () => {
    const ids = [await draftPermit(site), await draftPermit(site)].map((one) => String(one['id']));
    for (const id of ids)
      await app.sql(
        `insert into permit_watch_records (id, permit_id, kind, lat, lng, at) values ('w' || $1, $1, 'tap', 34.123456, 113.654321, now() - interval '4 years')`,
        [id],
      );
    await app.sql(
      `insert into violations (id, kind, grade, state, source, certainty, severity, permit_id, region_code, found_at, last_at, raised_at, cause)
       values ('V-open', 'other', 'hazard', 'open', 'inspection', 'confirmed', 1, $1, '411003', now(), now(), now(), 'test')`,
      [ids[0]],
    );
    await app.app.get(RunRetention).execute(Date.now());
    const kept = await app.sql<{ id: string; lat: number }>(
      `select permit_id as id, lat from permit_watch_records where permit_id = any($1) order by permit_id`,
      [ids],
    );
    expect(kept).toEqual([
      { id: ids[0], lat: 34.123456 },
      { id: ids[1], lat: 34.12 },
    ]);
    const journal = (await site.admin.get('/privacy/erasures')).body as { items: object[] };
    expect(journal.items).toEqual([expect.objectContaining({ kind: 'positions', erased: 1 })]);
  });
});
