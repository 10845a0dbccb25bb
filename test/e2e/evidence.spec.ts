import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readStoredZip, storedZip } from '../../src/platform/documents/stored-zip';
import { auditFaults } from '../../src/modules/evidence/pack/audit-excerpt';
import {
  fingerprintOf,
  kidOfFingerprint,
  listed,
  MANIFEST,
  SIGNATURE,
  type Manifest,
} from '../../src/modules/evidence/pack/manifest';
import { replayPack } from '../../src/modules/evidence/pack/replay-pack';
import { verifyPack, type Trust } from '../../src/modules/evidence/pack/verify-pack';
import { publicJwk, type PublicJwk } from '../../src/platform/config/derived-key';
import { DAY, shanghaiDate } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

interface Replayed { same: boolean; kept: { allowed: boolean; findings: { code: string }[] }; again: { allowed: boolean; findings: { code: string }[] }; rules: { key: string }[]; codes: { placeKinds: Record<string, string> } } // prettier-ignore

let app: TestApp;
let site: Site;
let regulator: Person;
let caseId: string;
let decisionId: string;
let pack: Buffer;
let trust: Trust;

/** Numbers that are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const packOf = async (who: Person, status = 200): Promise<Buffer> => {
  const answer = await who.get(`/violations/${caseId}/evidence.zip`).buffer(true).parse((res, done) => {
    const parts: Buffer[] = [];
    res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  }); // prettier-ignore
  expect(answer.status).toBe(status);
  return answer.body as Buffer;
};
const jwks = async (): Promise<{ keys: PublicJwk[]; fingerprint: string }> =>
  (await app.request.get('/.well-known/hanan-evidence-keys.json').expect(200)).body as {
    keys: PublicJwk[];
    fingerprint: string;
  };
const filesOf = (archive: Buffer): Map<string, Buffer> => readStoredZip(archive)!;
const textIn = (archive: Buffer, path: string): string => filesOf(archive).get(path)!.toString('utf8');
const faultsOf = (archive: Buffer, trusted = trust): string[] => verifyPack(archive, trusted).faults.map(({ kind }) => kind); // prettier-ignore

/** The same files, listed and signed by somebody else with a key of their own. */
function signedAgain(
  archive: Buffer,
  change: (files: Map<string, Buffer>) => void,
): { forged: Buffer; key: PublicJwk } {
  const pair = generateKeyPairSync('ed25519');
  const key = publicJwk(pair.publicKey);
  const files = filesOf(archive);
  const manifest = JSON.parse(files.get(MANIFEST)!.toString()) as Manifest;
  change(files);
  files.delete(MANIFEST);
  files.delete(SIGNATURE);
  const content = Buffer.from(JSON.stringify({ ...manifest, key, files: listed(files) }));
  const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: key.kid })).toString('base64url');
  const signature = sign(null, Buffer.from(`${head}.${content.toString('base64url')}`), pair.privateKey);
  files.set(MANIFEST, content).set(SIGNATURE, Buffer.from(`${head}..${signature.toString('base64url')}`));
  return { forged: storedZip(files), key };
}

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  const scanned = await site.welder.post('/jobs', { machineCode: site.machineCode, ...POINT, accuracyM: 5 });
  decisionId = (scanned.body as { decisionId: string }).decisionId;
  const chip = await TestChip.connect(app.mqttPort, site);
  await chip.birth();
  await chip.event('arc-start');
  for (let i = 0; i < 5; i += 1) await chip.samples([{ ms: 1_000, i: 120 + i, iMax: 131 + i, u: 24.5, arcMs: 1_000 }]);
  await chip.ackOf(await chip.event('arc-stop'));
  await chip.close();
  const list = (await regulator.get('/violations?kind=off-platform').expect(200)).body as { items: { id: string }[] };
  caseId = list.items[0]!.id;
  await regulator.must(`/violations/${caseId}/commands/assign`, { enterpriseId: site.enterpriseId });
  const photo = await app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${site.manager.token}`)
    .attach('file', await app.photo(), 'a.jpg');
  await site.manager.must(`/violations/${caseId}/commands/rectify`, {
    note: '已停用并约谈焊工',
    photoIds: [(photo.body as { id: string }).id],
  });
  await app.elapse(0); // the trail is sealed once a second
  pack = await packOf(regulator);
  trust = { kind: 'keys', keys: (await jwks()).keys };
}, 120_000);
afterAll(() => app?.close());

describe('证据包', () => {
  it('holds the case, its arcs with curve, the decision with its facts, photos, the trail and a page to read', () => {
    const { manifest, faults, files } = verifyPack(pack, trust);
    expect(faults).toEqual([]);
    expect(manifest).toMatchObject({ caseId, platform: 'https://hanan.test.example' });
    expect(manifest!.verdicts.length).toBeGreaterThan(0);
    const paths = [...files.keys()];
    for (const path of ['case.json', 'case.pdf', 'arcs/arcs.json', `decisions/${decisionId}.json`, 'photos/photos.json', 'audit/entries.json', 'audit/blocks.json']) expect(paths).toContain(path); // prettier-ignore
    expect(files.get('case.pdf')!.subarray(0, 5).toString()).toBe('%PDF-');
    const curve = [...files]
      .find(([path]) => path.endsWith('.csv'))![1]
      .toString()
      .trim()
      .split('\r\n');
    expect(curve.length).toBe(6);
    expect(JSON.parse(textIn(pack, 'photos/photos.json'))).toHaveLength(1);
    const lines = JSON.parse(textIn(pack, 'audit/entries.json')) as { blockId: number | null; action: string }[];
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['violation.raise', 'violation.rectify']));
    expect(lines.filter(({ blockId }) => blockId !== null).length).toBeGreaterThanOrEqual(3);
    expect(replayPack(files)).toEqual([{ id: decisionId, same: true }]);
  });

  it('is believed by the published keys or a fingerprint read from paper, and by nothing else', async () => {
    const { fingerprint, keys } = await jwks();
    expect(fingerprint).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
    expect(faultsOf(pack, { kind: 'fingerprint', kid: kidOfFingerprint(fingerprint)! })).toEqual([]);
    expect(faultsOf(pack, { kind: 'fingerprint', kid: keys[1]!.kid })).toEqual(['key-unknown']);
    expect(faultsOf(pack, { kind: 'keys', keys: [] })).toEqual(['key-unknown']);
  });

  it('a byte changed anywhere shows, in each file and in the frame around them', () => {
    const at = seeded(2_026);
    const places: number[] = Array.from({ length: 40 }, () => at(pack.length));
    for (const content of filesOf(pack).values()) {
      const from = content.byteOffset - pack.byteOffset;
      for (let i = 0; i < 4; i += 1) places.push(from + at(content.length));
    }
    const unseen = places.filter((place) => {
      const changed = Buffer.from(pack);
      changed[place] = changed[place]! ^ (1 << at(8));
      return verifyPack(changed, trust).faults.length === 0;
    });
    expect(places.length).toBeGreaterThan(80);
    expect(unseen).toEqual([]);
  });

  it('a file changed, removed or added shows also where the archive was put together anew', () => {
    const files = filesOf(pack);
    const without = new Map(files);
    without.delete('photos/photos.json');
    expect(faultsOf(storedZip(without))).toEqual(['file-removed']);
    expect(faultsOf(storedZip(new Map(files).set('note.txt', Buffer.from('x'))))).toEqual(['file-added']);
    expect(faultsOf(storedZip(new Map(files).set('case.json', Buffer.from('{}'))))).toEqual(['file-changed']);
    without.delete(SIGNATURE);
    expect(faultsOf(storedZip(without))).toEqual(['not-signed']);
    const jws = files.get(SIGNATURE)!.toString();
    const twin = jws.slice(0, -1) + String.fromCharCode(jws.charCodeAt(jws.length - 1) + 1);
    expect(faultsOf(storedZip(new Map(files).set(SIGNATURE, Buffer.from(twin))))).toEqual(['signature-wrong']);
    expect(faultsOf(Buffer.concat([pack, Buffer.from(' ')]))).toEqual(['not-a-pack']);
    expect(faultsOf(Buffer.from('PK'))).toEqual(['not-a-pack']);
  });

  it('signed again with another key shows, whatever key lies in the pack', () => {
    const { forged, key } = signedAgain(pack, (files) => files.set('case.json', Buffer.from('{"state":"withdrawn"}')));
    expect(faultsOf(forged)).toEqual(['key-unknown']);
    const { kid } = verifyPack(pack, trust).manifest!.key;
    expect(faultsOf(forged, { kind: 'fingerprint', kid })).toEqual(['key-unknown']);
    // only who was given the forger's fingerprint would believe it
    expect(faultsOf(forged, { kind: 'fingerprint', kid: kidOfFingerprint(fingerprintOf(key.kid))! })).not.toContain('key-unknown'); // prettier-ignore
  });

  it('is for who may read the case; names are masked and the trail is closed to who may not look people up', async () => {
    const stranger = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    await packOf(stranger, 404);
    await packOf(site.watcher, 403);
    const theirs = await packOf(site.manager);
    expect(faultsOf(theirs)).toEqual([]);
    const history = (text: string): string => text.slice(text.indexOf('"history"'));
    expect(history(textIn(pack, 'case.json'))).toContain('测试enterprise-manager');
    expect(history(textIn(theirs, 'case.json'))).not.toContain('测试enterprise-manager');
    expect((JSON.parse(textIn(theirs, 'audit/entries.json')) as { entry: unknown }[]).every(({ entry }) => entry === null)).toBe(true); // prettier-ignore
    const taken = await app.sql<{ actor_id: string; after: { sha256: string } }>(
      `select actor_id, after from audit_entries where action = 'evidence.take' and entity_id = $1 order by id`,
      [caseId],
    );
    expect(taken.map(({ actor_id }) => actor_id)).toEqual([regulator.userId, site.manager.userId]);
  });
});

describe('判定复演', () => {
  it('a stored refusal decided again by the rules of its day is the same', async () => {
    const replayed = (await regulator.get(`/decisions/${decisionId}/replay`).expect(200)).body as Replayed;
    expect(replayed).toMatchObject({ same: true, kept: { allowed: false }, again: { allowed: false } });
    expect(replayed.again.findings).toEqual(replayed.kept.findings);
    expect(replayed.kept.findings.map(({ code }) => code)).toContain('permit.missing');
    expect(replayed.rules.length).toBeGreaterThan(0);
    expect(replayed.codes.placeKinds).toMatchObject({ 'small-venue': '九小场所' });
  });

  it('a decision that was tampered with says what differs', async () => {
    await app.sql(`update decisions set allowed = true, findings = '[]' where id = $1`, [decisionId]);
    const { body } = await regulator.get(`/decisions/${decisionId}/replay`).expect(200);
    expect(body).toMatchObject({ same: false, kept: { allowed: true }, again: { allowed: false } });
    expect((body as { differences: { kind: string }[] }).differences.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['answer', 'finding-new'])); // prettier-ignore
  });

  it('is for officials and the seats of the enterprise, each within their reach', async () => {
    const stranger = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    expect((await stranger.get(`/decisions/${decisionId}/replay`)).status).toBe(404);
    expect((await site.welder.get(`/decisions/${decisionId}/replay`)).status).toBe(403);
    expect((await site.safety.get(`/decisions/${decisionId}/replay`)).status).toBe(200);
  });
});

describe('函告、约谈、通报、曝光', () => {
  const OFFICE = { office: '许昌市建安区应急管理局', officeCode: '建应急' };
  interface Made { id: string; kind: string; number: string; sha256: string; title: string } // prettier-ignore
  interface Listed { items: Made[]; choices: { kind: string; objection: string | null }[]; lastOffice: object | null } // prettier-ignore
  const make = (kind: string, form: object = {}) => regulator.post(`/violations/${caseId}/documents`, { kind, ...OFFICE, ...form }); // prettier-ignore
  const list = async (who: Person): Promise<Listed> => (await who.get(`/violations/${caseId}/documents`).expect(200)).body as Listed; // prettier-ignore
  const talk = { talkAt: '2026-12-01T09:30:00+08:00', talkPlace: '建安区应急管理局三楼会议室' };

  it('are numbered by office and year, kept with their hash, and printed', async () => {
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    const made = (await make('letter', { addressee: '建安区消防救援大队', content: '请依法查处。' })).body as Made;
    expect(made.number).toBe(`建应急函〔${year}〕1号`);
    const second = (await make('letter', { addressee: '建安区消防救援大队', content: '请依法查处。' })).body as Made;
    expect(second.number).toBe(`建应急函〔${year}〕2号`);
    expect((await make('talk', talk)).status).toBe(201);
    const pdf = await regulator.get(`/violations/${caseId}/documents/${made.id}/document.pdf`).buffer(true).parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    }); // prettier-ignore
    expect(
      createHash('sha256')
        .update(pdf.body as Buffer)
        .digest('hex'),
    ).toBe(made.sha256);
    await expect(app.sql('update case_documents set title = $1', ['x'])).rejects.toThrow(/permission denied/);
  });

  it('lie whole in the evidence pack, for whoever may read them', async () => {
    const listed = (of: Buffer) => JSON.parse(textIn(of, 'documents/documents.json')) as { kind: string; number: string; file: string; sha256: string; storedSha256: string }[]; // prettier-ignore
    const taken = await packOf(regulator);
    const { faults, files } = verifyPack(taken, trust);
    expect(faults).toEqual([]);
    expect(listed(taken).map(({ kind }) => kind)).toEqual(['letter', 'letter', 'talk']);
    for (const { file, sha256, storedSha256 } of listed(taken)) {
      expect(createHash('sha256').update(files.get(file)!).digest('hex')).toBe(sha256);
      expect(sha256).toBe(storedSha256);
    }
    expect(listed(await packOf(site.manager)).map(({ kind }) => kind)).toEqual(['talk']);
  });

  it('are written in the name of one’s own office alone', async () => {
    for (const other of [{ office: '许昌市建安区消防救援大队' }, { officeCode: '建消' }, { seat: 'fire' }])
      expect(await make('talk', { ...talk, ...other })).toMatchObject({
        status: 403,
        body: { code: 'document.other-office', detail: expect.stringContaining(OFFICE.office) },
      });
    const fire = await newUser(app, site.admin, ['regulator'], { regionCode: '411003', trades: ['fire'] });
    expect((await fire.post(`/violations/${caseId}/documents`, { kind: 'talk', ...talk })).body).toMatchObject({
      office: '许昌市建安区消防救援大队',
      number: expect.stringMatching(/^建消约〔\d{4}〕1号$/),
    });
  });

  it('say what is missing, and what the case does not admit yet', async () => {
    expect((await make('letter')).body).toMatchObject({ errors: [{ path: 'addressee' }, { path: 'content' }] });
    expect((await make('exposure')).body).toMatchObject({ code: 'document.not-reviewed' });
    const { choices, lastOffice } = await list(regulator);
    expect(lastOffice).toEqual({ seat: 'general', ...OFFICE });
    expect(choices.map(({ kind, objection }) => [kind, objection === null])).toEqual([['letter', true], ['talk', true], ['talk-record', true], ['circular', true], ['exposure', false]]); // prettier-ignore
    expect(
      (await site.manager.post(`/violations/${caseId}/documents`, { kind: 'talk', ...OFFICE, ...talk })).status,
    ).toBe(403);
  });

  it('the enterprise reads what is addressed to it, never a letter between departments', async () => {
    const theirs = await list(site.manager);
    expect(theirs.items.map(({ kind }) => kind)).toEqual(['talk', 'talk']);
    expect(theirs.choices).toEqual([]);
    const [letter] = (await list(regulator)).items;
    expect((await site.manager.get(`/violations/${caseId}/documents/${letter!.id}/document.pdf`)).status).toBe(404);
  });

  it('a falsely rectified case that was looked at again by another person may be exposed', async () => {
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const steps: [Person, string, object][] = [
      [inspector, 'review', {}], [inspector, 'reopen', { reason: '现场未整改' }], [regulator, 'assign', {}],
      [site.manager, 'rectify', { note: '已整改' }], [inspector, 'review', {}],
    ]; // prettier-ignore
    for (const [who, command, body] of steps) await who.must(`/violations/${caseId}/commands/${command}`, { ...body });
    const exposed = await make('exposure', { content: '张三的身份证号' });
    expect(exposed.status).toBe(201);
    const list = (await regulator.get('/violations?falselyRectified=true').expect(200)).body as {
      items: { id: string }[];
    };
    expect(list.items.map(({ id }) => id)).toEqual([caseId]);
  });
});

describe('屡犯、一案双查、只检查不处理', () => {
  it('a grave case shows who approved and who inspected there before, and how often its subjects were found', async () => {
    await activate(site, String((await draftPermit(site))['id']));
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const [inspected] = await app.sql<{ id: string }>(
      `insert into inspections (id, source, kind, state, region_code, enterprise_id, due_on, officer_ids, created_by, created_at)
       values ('INSPECTED', 'on-spot', 'hot-work', 'looked', '411003', $1, '2026-12-01', array[$2], $2, now() - interval '40 days') returning id`,
      [site.enterpriseId, inspector.userId],
    );
    await app.sql(
      `insert into inspection_steps (inspection_id, step, taken_by, taken_at, given_at) values ($1, 'look', $2, now() - interval '40 days', now() - interval '40 days')`,
      [inspected!.id, inspector.userId],
    );
    const cases: string[] = [];
    for (const kind of ['uncertified', 'no-permit', 'fire-watch-absent']) {
      const made = await inspector.must('/violations', {
        kind,
        machineCode: site.machineCode,
        description: '现场发现',
      });
      cases.push(String(made['id']));
    }
    await app.sql(
      `insert into inspection_findings (violation_id, inspection_id) select unnest($1::text[]), 'INSPECTED'`,
      [cases],
    );
    const back = (await regulator.get(`/oversight/cases/${cases[0]!}`).expect(200)).body as { looksBack: boolean; visits: { officers: string[] }[]; approvals: { name: string }[]; repeats: { kind: string; confirmed: number; repeat: boolean }[] }; // prettier-ignore
    expect(back).toMatchObject({ looksBack: true, visits: [{ officers: ['测试inspector'], findings: 3 }] });
    expect(back.approvals.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['测试safety-officer', '测试enterprise-head']),
    );
    expect(back.repeats).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'machine', repeat: false })]));
    const offenders = (await regulator.get('/oversight/repeat-offenders?kind=machine').expect(200)).body as { times: number; items: { id: string; confirmed: number }[] }; // prettier-ignore
    expect(offenders).toMatchObject({ times: 3, items: [{ id: site.machineId, confirmed: 4 }] });
    const one = await regulator.get('/oversight/repeat-offenders?kind=machine&limit=1&cursor=4.0');
    expect(one.body).toMatchObject({ items: [], nextCursor: null });
    await site.manager.get('/oversight/repeat-offenders?kind=machine').expect(403);
  });

  it('who only checks and never acts shows in the figures, and no more once somebody acted', async () => {
    interface Figures { officers: { name: string; visited: number; onlyChecked: number; acted: number }[]; towns: { falsely: number; found: number }[] } // prettier-ignore
    const figures = async (): Promise<Figures> =>
      (await regulator.get('/oversight/figures').expect(200)).body as Figures;
    expect((await figures()).officers).toMatchObject([
      { visited: 1, withFindings: 1, onlyChecked: 1, findings: 3, acted: 0 },
    ]);
    const [row] = await app.sql<{ violation_id: string }>(
      `select violation_id from inspection_findings order by 1 limit 1`,
    );
    await regulator.must(`/violations/${row!.violation_id}/commands/assign`, {});
    expect((await figures()).officers).toMatchObject([{ onlyChecked: 0, acted: 1 }]);
    expect((await figures()).towns).toMatchObject([{ found: 4, falsely: 1 }]);
    expect((await regulator.get('/oversight/figures?regionCode=411002')).status).toBe(403);
  });
});

describe('签名密钥更换后', () => {
  it('a new pack bears the new key, and packs from before verify by the key set and by their paper', async () => {
    const paper: Trust = { kind: 'fingerprint', kid: (await jwks()).keys[0]!.kid };
    Object.assign(app.config, { signingKeys: new Map([[2, Buffer.alloc(32, 5)]]), signingVersion: 2 });
    await packOf(regulator); // stands in the trail
    await app.elapse(0); // the trail is sealed once a second
    const after = await packOf(regulator);
    const { keys, fingerprint } = await jwks();
    const now: Trust = { kind: 'keys', keys };
    expect([keys.length, new Set(keys.map(({ kid }) => kid)).size]).toEqual([4, 4]);
    expect([pack, after].map((one) => faultsOf(one, now))).toEqual([[], []]);
    expect([faultsOf(pack, paper), faultsOf(after, paper)]).toEqual([[], ['key-unknown']]);
    expect(faultsOf(after, { kind: 'fingerprint', kid: kidOfFingerprint(fingerprint)! })).toEqual([]);
    expect(faultsOf(after, trust)).toEqual(['key-unknown']); // a key set from before the change
    const blocks = JSON.parse(textIn(after, 'audit/blocks.json')) as { kid: string | null }[];
    expect(new Set(blocks.map(({ kid }) => kid)).size).toBe(2);
  });

  it('a block of the pack under the key of another is found', async () => {
    const whole = filesOf(await packOf(regulator));
    const manifest = JSON.parse(whole.get(MANIFEST)!.toString()) as Manifest;
    const wrong = { ...manifest, laterAuditKeys: [manifest.auditKey] };
    expect(auditFaults(whole, manifest)).toEqual([]);
    expect(auditFaults(whole, wrong).map(({ kind }) => kind)).toContain('audit-block-wrong');
  });
});

describe('请假代办', () => {
  it('is entered by oneself or by the regulator, with a deputy who may see to cases there', async () => {
    const inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    const town = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003100' });
    const days = { fromOn: shanghaiDate(Date.now() - 5 * DAY), untilOn: shanghaiDate(Date.now() + 100 * DAY) };
    const code = async (who: Person, body: object): Promise<unknown> => {
      const answer = await who.post('/leaves', { ...days, ...body });
      return answer.status === 201 ? 201 : (answer.body as { code: string }).code;
    };
    expect(await code(inspector, { userId: town.userId })).toBe('leave.not-yours');
    expect(await code(inspector, { deputyId: town.userId })).toBe('leave.deputy-unfit');
    expect(await code(inspector, { deputyId: inspector.userId })).toBe('leave.deputy-unfit');
    expect(await code(inspector, { untilOn: '2025-01-01' })).toBe('leave.ends-before');
    expect(await code(inspector, { untilOn: '2126-12-01' })).toBe('leave.too-long'); // nobody gets rid of their cases for good
    expect(await code(regulator, { userId: site.manager.userId })).toBe('leave.person-unfit');
    expect(await code(regulator, { userId: town.userId, deputyId: inspector.userId })).toBe(201);
    const list = (await town.get('/leaves').expect(200)).body as { items: { id: string; now: boolean }[] };
    expect(list.items).toMatchObject([{ now: true, deputyName: '测试inspector', ...days }]); // prettier-ignore
    await town.must(`/leaves/${list.items[0]!.id}/end`);
    expect(((await town.get('/leaves')).body as typeof list).items).toMatchObject([{ now: false, ended: true }]);
  });
});
