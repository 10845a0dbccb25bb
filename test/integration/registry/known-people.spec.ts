import { CertificatesModule } from '../../../src/modules/certificates/certificates.module';
import { AddCertificate } from '../../../src/modules/certificates/add-certificate';
import type { AddCertificateRequest } from '../../../src/modules/certificates/certificate.dto';
import { CommandCertificate } from '../../../src/modules/certificates/command-certificate';
import { CodeRegistry } from '../../../src/modules/registry/code-registry';
import { FindEmploymentClaims } from '../../../src/modules/registry/employment/find-employment-claims';
import { SettleEmploymentClaim } from '../../../src/modules/registry/employment/settle-employment-claim';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { FindWelders } from '../../../src/modules/registry/welders/find-welders';
import { RegisterWelder } from '../../../src/modules/registry/welders/register-welder';
import type { WelderView } from '../../../src/modules/registry/welders/welder.dto';

import { RulesReader } from '../../../src/modules/rules/rules.reader';
import type { Caller } from '../../../src/platform/auth/caller';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import { admin, Desk, manager, must, official, refusal, welderCaller } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule, CertificatesModule);
  await desk.get(RulesReader).refresh();
  await desk.enterprise('E1', '411003');
  await desk.enterprise('E2', '411002');
});
afterAll(() => desk?.close());

let serial = 500;
const person = () => {
  serial += 1;
  return { name: '李测试', idNumber: inventedIdNumber(serial), phone: inventedPhone(serial), regionCode: '411003' };
};
const register = (who: ReturnType<typeof person>, enterpriseId: string, caller: Caller) =>
  desk.get(RegisterWelder).execute(desk.asked(caller), { ...who, enterpriseId });
const claimsFor = async (caller: Caller) => (await desk.get(FindEmploymentClaims).execute(desk.asked(caller))).items;

/** A person of E1, and what E2 was answered when it registered the same one. */
async function claimed(): Promise<{ who: ReturnType<typeof person>; known: WelderView; claim: WelderView }> {
  const who = person();
  const known = must(await register(who, 'E1', manager('E1')));
  const claim = must(await register({ ...who, regionCode: '411002' }, 'E2', manager('E2')));
  return { who, known, claim };
}

const card = (number: string): AddCertificateRequest => ({
  number,
  kind: 'special-operation',
  operations: ['fusion'],
  issuer: '测试局',
  issuedOn: '2025-01-01',
  validFrom: '2025-01-01',
  validTo: '2030-12-31',
});

describe('S13 registering a person whom the register knows elsewhere', () => {
  it('is answered like registering somebody new, in every field', async () => {
    const { claim, known } = await claimed();
    const fresh = must(await register({ ...person(), regionCode: '411002' }, 'E2', manager('E2')));
    const alike = ({ id: _, code: __, idNumber: ___, phone: ____, ...rest }: WelderView) => rest;
    expect(alike(claim)).toEqual(alike(fresh));
    expect([claim.id, claim.code]).not.toContain(known.id);
    expect(claim.code).not.toBe(known.code);
  });

  it('is shown and listed like somebody new, and answers the second time like one', async () => {
    const { who, claim } = await claimed();
    expect(must(await desk.get(FindWelders).one(desk.asked(manager('E2')), claim.id))).toEqual(claim);
    const { items } = await desk.get(FindWelders).list(desk.asked(manager('E2')), { limit: 10, q: who.idNumber });
    expect(items).toEqual([claim]);
    expect(await register({ ...who, regionCode: '411002' }, 'E2', manager('E2'))).toMatchObject({
      refusal: { code: 'welder.exists', extra: { id: claim.id } },
    });
  });

  it('writes the same rows, so it takes the same time', async () => {
    const asked = async (who: ReturnType<typeof person>): Promise<string[]> => {
      const before = await rowCounts();
      must(await register({ ...who, regionCode: '411002' }, 'E2', manager('E2')));
      return changed(before, await rowCounts());
    };
    const who = person();
    must(await register(who, 'E1', manager('E1')));
    const forKnown = await asked(who);
    expect(forKnown).toEqual(await asked(person()));
    expect(forKnown).toContain('welders +1');
  });

  it('lets twenty at once claim a person once', async () => {
    const who = person();
    must(await register(who, 'E1', manager('E1')));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refusal(register({ ...who, regionCode: '411002' }, 'E2', manager('E2')))),
    );
    expect(answers.sort()).toEqual(['allowed', ...Array.from({ length: 19 }, () => 'conflict welder.exists')]);
  });

  it('tells those who may read the person, and not the side that asked', async () => {
    const { known, claim } = await claimed();
    const sees = async (caller: Caller) => (await claimsFor(caller)).some(({ id }) => id === claim.id);
    expect(await sees(manager('E1'))).toBe(true);
    expect(await sees(welderCaller(known.id))).toBe(true);
    expect(await sees(official('inspector', '411003'))).toBe(true);
    expect(await sees(manager('E2'))).toBe(false);
    expect(await sees(official('inspector', '411002'))).toBe(false);
    expect(await sees(welderCaller('SOMEBODY'))).toBe(false);
    const shown = async (caller: Caller) => must(await desk.get(FindWelders).one(desk.asked(caller), claim.id)).claimsToBe; // prettier-ignore
    expect(await shown(official('inspector', '4110'))).toBe(known.id);
    expect(await shown(official('inspector', '411002'))).toBeNull();
    expect(await shown(manager('E2'))).toBeNull();
  });

  it('is settled by them alone; then the person works there under their own record', async () => {
    const { known, claim } = await claimed();
    const settle = desk.get(SettleEmploymentClaim);
    expect(await refusal(settle.confirm(desk.asked(manager('E2')), claim.id))).toBe('not-found employment.not-found');
    must(await settle.confirm(desk.asked(welderCaller(known.id)), claim.id));
    expect(await refusal(settle.confirm(desk.asked(admin), claim.id))).toBe('not-found employment.not-found');
    expect(must(await desk.get(FindWelders).one(desk.asked(manager('E2')), known.id))).toMatchObject({
      enterpriseId: 'E2',
    });
    expect((await desk.get(FindWelders).one(desk.asked(manager('E1')), known.id)).ok).toBe(false);
    expect(
      await desk.query(`select enterprise_id, until is null as open from employments where welder_id = $1 order by 1`, [
        known.id,
      ]),
    ).toEqual([
      { enterprise_id: 'E1', open: false },
      { enterprise_id: 'E2', open: true },
    ]);
    expect(await desk.run((tx) => desk.get(CodeRegistry).resolve(tx, claim.code))).toMatchObject({
      entityId: known.id,
    });
    expect(
      await desk.query(
        `select action, after->>'claimId' as claim from audit_entries where entity_id = $1 order by id desc limit 1`,
        [known.id],
      ),
    ).toEqual([{ action: 'employment.confirmed', claim: claim.id }]);
  });

  it('is refused by them: nothing changes for the person', async () => {
    const { known, claim } = await claimed();
    must(await desk.get(SettleEmploymentClaim).refuse(desk.asked(manager('E1')), claim.id, '仍在我单位'));
    expect(must(await desk.get(FindWelders).one(desk.asked(manager('E1')), known.id)).enterpriseId).toBe('E1');
    expect(must(await desk.get(FindWelders).one(desk.asked(manager('E2')), claim.id)).status).toBe('suspended');
  });
});

describe('S13 entering a card whose number another holder’s card has', () => {
  it('is answered like a new number, and counts only once it is verified', async () => {
    const { who, known, claim } = await claimed();
    const number = `T${who.idNumber}`;
    const own = must(await desk.get(AddCertificate).execute(desk.asked(manager('E1')), known.id, card(number)));
    const theirs = must(await desk.get(AddCertificate).execute(desk.asked(manager('E2')), claim.id, card(number)));
    expect(theirs).toMatchObject({ status: 'unverified', operations: ['fusion'] });
    const verify = (id: string) => desk.get(CommandCertificate).verify(desk.asked(admin), id, { method: 'evidence' });
    expect(await refusal(verify(theirs.id))).toBe('conflict certificate.holder-known');
    expect(must(await verify(own.id)).status).toBe('verified');
  });

  it('verifies one of two holders', async () => {
    const [one, two] = [
      must(await register(person(), 'E1', manager('E1'))),
      must(await register({ ...person(), regionCode: '411002' }, 'E2', manager('E2'))),
    ];
    const site = { ...card('豫A20250001'), kind: 'construction' as const, validTo: '2026-12-31' };
    const first = must(await desk.get(AddCertificate).execute(desk.asked(manager('E1')), one.id, site));
    const second = must(await desk.get(AddCertificate).execute(desk.asked(manager('E2')), two.id, site));
    const verify = (id: string) => desk.get(CommandCertificate).verify(desk.asked(admin), id, { method: 'evidence' });
    expect(await refusal(verify(second.id))).toBe('allowed');
    expect(await refusal(verify(first.id))).toBe('conflict certificate.exists');
  });
});

/** Rows by table: what a registration wrote shows in the difference. */
async function rowCounts(): Promise<Map<string, number>> {
  const rows = await desk.query<{ name: string; n: number }>(
    `select 'welders' as name, count(*)::int as n from welders union all select 'codes', count(*)::int from codes
     union all select 'employments', count(*)::int from employments union all select 'audit', count(*)::int from audit_entries
     union all select 'outbox', count(*)::int from outbox`,
  );
  return new Map(rows.map(({ name, n }) => [name, n]));
}

const changed = (before: Map<string, number>, after: Map<string, number>): string[] =>
  [...after].map(([name, n]) => `${name} +${n - (before.get(name) ?? 0)}`);
