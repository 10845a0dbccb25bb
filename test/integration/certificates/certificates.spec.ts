import { Module } from '@nestjs/common';
import { AddCertificate } from '../../../src/modules/certificates/add-certificate';
import type { AddCertificateRequest } from '../../../src/modules/certificates/certificate.dto';
import { CertificatesModule } from '../../../src/modules/certificates/certificates.module';
import { CertificatesReader } from '../../../src/modules/certificates/certificates.reader';
import { CommandCertificate } from '../../../src/modules/certificates/command-certificate';
import { FindCertificates } from '../../../src/modules/certificates/find-certificates';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { RegisterWelder } from '../../../src/modules/registry/welders/register-welder';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';
import { shanghaiMidnight } from '../../../src/kernel/time';
import type { Caller } from '../../../src/platform/auth/caller';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import { admin, Desk, manager, must, official, refusal, welderCaller } from '../registry/desk';

const rule = (key: string, value: unknown): RuleVersion => ({
  id: key,
  key,
  regime: '',
  level: '',
  regionCode: '',
  validFrom: 0,
  validTo: null,
  value,
  source: 'test',
  certainty: 'A',
});
const book = new RuleBook(
  [
    rule('certificate.operation-for-process', {
      MMA: 'fusion',
      GAS: 'fusion',
      RESISTANCE: 'pressure',
      BRAZING: 'brazing',
    }),
    rule('certificate.review-abolished-from', '2026-06-01'),
  ],
  'test',
);

/** Rules as data are another suite's matter: here two of them stand fixed. */
@Module({ providers: [{ provide: RulesReader, useValue: { book: () => book } }], exports: [RulesReader] })
class FixedRules {}

let desk: Desk;
/** Put back afterwards: the suites of a worker share the module. */
const imports: unknown = Reflect.getMetadata('imports', CertificatesModule);
beforeAll(async () => {
  Reflect.defineMetadata('imports', [RegistryModule, FixedRules], CertificatesModule);
  desk = await Desk.open(CertificatesModule);
  await desk.enterprise('E1', '411003101');
});
afterAll(() => {
  Reflect.defineMetadata('imports', imports, CertificatesModule);
  return desk?.close();
});

let serial = 0;
interface Person {
  readonly id: string;
  readonly idNumber: string;
}
async function welder(enterpriseId?: string): Promise<Person> {
  serial += 1;
  const idNumber = inventedIdNumber(serial);
  const asked = {
    name: `测试焊工${serial}`,
    idNumber,
    phone: inventedPhone(serial),
    regionCode: '411003101',
    enterpriseId,
  };
  return { id: must(await desk.get(RegisterWelder).execute(desk.asked(admin), asked)).id, idNumber };
}
const request = ({ idNumber }: Person, change: Partial<AddCertificateRequest> = {}): AddCertificateRequest => ({
  number: `T${idNumber}`,
  kind: 'special-operation',
  operations: ['fusion'],
  issuer: '测试发证机关',
  issuedOn: '2024-01-10',
  validFrom: '2024-01-10',
  validTo: '2030-01-09',
  ...change,
});
const add = (person: Person, change: Partial<AddCertificateRequest> = {}, caller: Caller = admin) =>
  desk.get(AddCertificate).execute(desk.asked(caller), person.id, request(person, change));
const list = async (caller: Caller, id: string) =>
  must(await desk.get(FindCertificates).ofWelder(desk.asked(caller), id)).items;

/** A picture that somebody has uploaded. */
async function picture(by: Caller): Promise<string> {
  const id = `F-${(serial += 1)}`;
  await desk.query(
    `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at) values ($1, 'image/jpeg', $1, '\\x00', 1, 1, $2, now())`,
    [id, by.userId],
  );
  return id;
}

describe('M20 a certificate shows how its holder looks', () => {
  it('with a picture that whoever enters it has uploaded, and nobody else’s', async () => {
    const person = await welder('E1');
    const photoId = await picture(admin);
    expect(await refusal(add(person, { photoId: await picture({ ...manager('E1'), userId: 'MANAGER' }) }))).toBe(
      'invalid certificate.photo-unknown',
    );
    expect(must(await add(person, { photoId }))).toMatchObject({ photoId });
  });

  it('whoever verifies it may put the authority’s picture in its place', async () => {
    const person = await welder('E1');
    const { id, photoId: first } = must(await add(person, { photoId: await picture(admin) }));
    const inspector = { ...official('inspector', '411003'), userId: 'INSPECTOR' };
    const verify = (photoId?: string) => desk.get(CommandCertificate).verify(desk.asked(inspector), id, { method: 'evidence', photoId }); // prettier-ignore
    expect(await refusal(verify(await picture(admin)))).toBe('invalid certificate.photo-unknown');
    const photoId = await picture(inspector);
    expect(must(await verify(photoId))).toMatchObject({ photoId });
    expect(first).not.toBe(photoId);
  });

  it('verified without another picture it keeps its own', async () => {
    const { id, photoId } = must(await add(await welder('E1'), { photoId: await picture(admin) }));
    const verified = await desk
      .get(CommandCertificate)
      .verify(desk.asked({ ...official('inspector', '411003'), userId: 'INSPECTOR' }), id, { method: 'evidence' });
    expect(must(verified)).toMatchObject({ photoId });
  });

  it('is seen by whoever compares photos and by the holder, not by every colleague', async () => {
    const person = await welder('E1');
    const { photoId } = must(await add(person, { photoId: await picture(admin) }));
    const seenBy = async (caller: Caller) => (await list(caller, person.id))[0]?.photoId;
    expect(await seenBy(manager('E1'))).toBe(photoId);
    expect(await seenBy(welderCaller(person.id))).toBe(photoId);
    expect(await seenBy({ ...manager('E1'), roles: ['fire-watcher'] })).toBeNull();
  });
});

describe('entering a certificate', () => {
  it('masks the number, seals it, and waits for somebody to verify it', async () => {
    const person = await welder('E1');
    const view = must(await add(person));
    expect(view).toMatchObject({
      welderId: person.id,
      number: `T${person.idNumber.slice(0, 4)}**********${person.idNumber.slice(-4)}`,
      status: 'unverified',
      state: 'unverified',
      processes: ['MMA', 'GAS'],
      validTo: '2030-01-09',
    });
    const kept = [
      await desk.query('select * from certificates where id = $1', [view.id]),
      await desk.query('select * from audit_entries where entity_id = $1', [view.id]),
      await desk.query('select * from outbox where entity_id = $1', [view.id]),
    ].map((rows) => JSON.stringify(rows));
    for (const text of kept) expect(text).not.toContain(person.idNumber);
    expect(kept[1]).toContain('certificate.added');
    expect(kept[2]).toContain(person.id);
    expect(await list(admin, person.id)).toEqual([view]);
  });

  it.each([
    ['dates reversed', { validFrom: '2030-01-09', validTo: '2024-01-10' }, 'invalid certificate.dates-reversed'],
    ['a day longer than six years', { validTo: '2030-01-11' }, 'invalid certificate.validity-too-long'],
    [
      'a construction card of six years',
      { kind: 'construction', number: '豫A042020000001' },
      'invalid certificate.validity-too-long',
    ],
    ['a number without its T', { number: inventedIdNumber(1) }, 'invalid certificate.number-malformed'],
    ['another person’s number', { number: `T${inventedIdNumber(5_000)}` }, 'invalid certificate.number-mismatch'],
  ] as const)('refuses %s', async (_, change, expected) => {
    expect(await refusal(add(await welder(), change))).toBe(expected);
  });

  it('refuses a second one with the same number and operation, and says which has it', async () => {
    const person = await welder();
    const first = must(await add(person));
    expect(await add(person, { operations: ['pressure', 'fusion'], validTo: '2029-01-09' })).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict', code: 'certificate.exists', extra: { id: first.id } },
    });
    expect(await list(admin, person.id)).toHaveLength(1);
  });

  it('lets another operation in under the same number', async () => {
    const person = await welder();
    must(await add(person));
    expect(must(await add(person, { operations: ['pressure', 'brazing'] })).processes).toEqual([
      'RESISTANCE',
      'BRAZING',
    ]);
  });

  it('of ten who enter it at once, one does', async () => {
    const person = await welder();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(add(person))));
    expect(answers.sort()).toEqual(['allowed', ...Array.from({ length: 9 }, () => 'conflict certificate.exists')]);
    expect(await list(admin, person.id)).toHaveLength(1);
  });

  it('lets the next card in once the last one is over: expired yesterday, not today', async () => {
    const person = await welder();
    must(await add(person, { issuedOn: '2020-11-24', validFrom: '2020-11-24', validTo: '2026-11-24' }));
    const renewed = { issuedOn: '2026-11-25', validFrom: '2026-11-25', validTo: '2032-11-24' };
    desk.clock.at = shanghaiMidnight('2026-11-25') - 1;
    expect(await refusal(add(person, renewed))).toBe('conflict certificate.exists');
    desk.clock.at = shanghaiMidnight('2026-11-25');
    const views = [must(await add(person, renewed)), ...(await list(admin, person.id))];
    expect(views.map(({ validTo }) => validTo)).toEqual(['2032-11-24', '2032-11-24', '2026-11-24']);
    expect(await refusal(add(person, renewed))).toBe('conflict certificate.exists');
  });

  it('is for the welder, the employer and the region', async () => {
    const person = await welder('E1');
    const other = await welder();
    expect(await refusal(add(person, {}, welderCaller(other.id)))).toBe('forbidden certificate.not-own');
    expect(await refusal(add(other, {}, manager('E1')))).toBe('not-found welder.not-found');
    expect(await refusal(add(person, {}, official('grid-worker', '411002')))).toBe('not-found welder.not-found');
    expect(await refusal(add(person, {}, welderCaller(person.id)))).toBe('allowed');
    expect(await refusal(add(person, { operations: ['pressure'] }, manager('E1')))).toBe('allowed');
    expect(await refusal(add(person, { operations: ['brazing'] }, official('grid-worker', '411003')))).toBe('allowed');
    expect(await refusal(desk.get(FindCertificates).ofWelder(desk.asked(manager('E1')), other.id))).toBe(
      'not-found welder.not-found',
    );
    expect(await list(welderCaller(person.id), person.id)).toHaveLength(3);
  });
});

describe('finding out about a certificate', () => {
  const commands = () => desk.get(CommandCertificate);
  const inspector = official('inspector', '411003');

  it('verified: who, when and how is kept', async () => {
    const { id } = must(await add(await welder()));
    desk.clock.at = Date.parse('2026-12-01T01:02:03Z');
    expect(
      must(
        await commands().verify(desk.asked(inspector), id, {
          method: 'lookup',
          note: '公共查询平台截图',
          screenshotId: await picture(inspector),
        }),
      ),
    ).toMatchObject({
      status: 'verified',
      state: 'valid',
      verificationMethod: 'lookup',
      verificationNote: '公共查询平台截图',
      verifiedAt: '2026-12-01T01:02:03.000Z',
    });
    expect(await desk.query('select verified_by from certificates where id = $1', [id])).toEqual([
      { verified_by: inspector.userId },
    ]);
    expect(await refusal(commands().verify(desk.asked(inspector), id, { method: 'evidence' }))).toBe(
      'conflict certificate.command-not-open',
    );
  });

  it('revoked: it counts no more, and the news names its holder', async () => {
    const person = await welder('E1');
    const { id } = must(await add(person));
    must(await commands().verify(desk.asked(admin), id, { method: 'evidence' }));
    const at = desk.clock.at;
    expect(must(await commands().revoke(desk.asked(admin), id, '换证'))).toMatchObject({
      status: 'revoked',
      state: 'revoked',
      revokeReason: '换证',
    });
    expect(
      await desk.query(
        `select data, enterprise_ids from outbox where entity_id = $1 and type = 'certificate.revoked'`,
        [id],
      ),
    ).toEqual([{ data: { welderId: person.id, status: 'revoked' }, enterprise_ids: ['E1'] }]);
    expect(await desk.run((tx) => desk.get(CertificatesReader).ofWelder(tx, person.id))).toEqual([
      {
        id,
        kind: 'special-operation',
        operations: ['fusion'],
        status: 'revoked',
        validFrom: shanghaiMidnight('2024-01-10'),
        validTo: shanghaiMidnight('2030-01-10'),
        reviewDueAt: null,
        revokedAt: at,
        scannedAt: null,
        scanUntil: null,
      },
    ]);
    expect(await refusal(commands().revoke(desk.asked(admin), id, '再次'))).toBe(
      'conflict certificate.command-not-open',
    );
    expect(await refusal(add(person))).toBe('allowed');
  });

  it('forged: kept as evidence, and the genuine card may follow', async () => {
    const person = await welder();
    const { id } = must(await add(person));
    expect(must(await commands().markForged(desk.asked(inspector), id, { reason: '查无此证' }))).toMatchObject({
      status: 'forged',
      state: 'forged',
    });
    expect(await refusal(commands().verify(desk.asked(inspector), id, { method: 'evidence' }))).toBe(
      'conflict certificate.command-not-open',
    );
    expect(await refusal(add(person))).toBe('allowed');
    expect((await list(admin, person.id)).map(({ status }) => status)).toEqual(['unverified', 'forged']);
  });

  it('is for officials of the holder’s region', async () => {
    const { id } = must(await add(await welder()));
    expect(await refusal(commands().revoke(desk.asked(official('inspector', '411002')), id, '越权'))).toBe(
      'not-found certificate.not-found',
    );
    expect(await refusal(commands().verify(desk.asked(inspector), 'NONE', { method: 'evidence' }))).toBe(
      'not-found certificate.not-found',
    );
  });

  it('a review that was due before reviews ended is overdue for good', async () => {
    const [one, other] = [await welder(), await welder()];
    const states = await Promise.all(
      [
        [one, '2026-05-31'],
        [other, '2026-06-01'],
      ].map(async ([person, reviewDueOn]) => {
        const { id } = must(await add(person as Person, { reviewDueOn: reviewDueOn as string }));
        return must(await commands().verify(desk.asked(admin), id, { method: 'evidence' })).state;
      }),
    );
    expect(states).toEqual(['review-overdue', 'valid']);
  });
});

describe('what later features ask', () => {
  it('certificates by welder, an empty list for one without', async () => {
    const [one, other] = [await welder(), await welder()];
    const { id } = must(await add(one));
    const found = await desk.run((tx) => desk.get(CertificatesReader).ofWelders(tx, [one.id, other.id]));
    expect([found.get(one.id)?.map((held) => held.id), found.get(other.id)]).toEqual([[id], []]);
  });

  it('verified ones that end between two days', async () => {
    const person = await welder('E1');
    const { id } = must(await add(person, { validFrom: '2025-03-03', issuedOn: '2025-03-03', validTo: '2027-03-03' }));
    const ending = (from: string, to: string) =>
      desk.run((tx) => desk.get(CertificatesReader).endingBetween(tx, from, to));
    expect(await ending('2027-03-03', '2027-03-03')).toEqual([]);
    must(await desk.get(CommandCertificate).verify(desk.asked(admin), id, { method: 'evidence' }));
    expect(await ending('2027-03-03', '2027-03-03')).toEqual([
      { id, welderId: person.id, validTo: '2027-03-03', regionCode: '411003101', enterpriseId: 'E1' },
    ]);
    expect(await ending('2027-03-01', '2027-03-02')).toEqual([]);
  });
});
