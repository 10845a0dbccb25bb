import { OpenSelfChecks } from '../../src/modules/self-checks/checks/open-self-checks';
import { OweDrills } from '../../src/modules/self-checks/drills/owe-drills';
import { RaiseUnanswered } from '../../src/modules/self-checks/internal-reports/raise-unanswered';
import { LedgerRows } from '../../src/modules/ledger/ledger-rows.view';
import { ledgerPages } from '../../src/modules/ledger/ledger-pages';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { readStoredZip } from '../../src/platform/documents/stored-zip';
import { DAY, shanghaiDate } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newUser, type Person, type Site } from '../support/site';

type Body = Record<string, unknown>;
interface Items extends Body {
  readonly items: Body[];
}
const bodyOf = (answer: { body: unknown }): Body => answer.body as Body;
const itemsOf = (answer: { body: unknown }): Body[] => (answer.body as Items).items;

describe('what an enterprise does by itself', () => {
  let app: TestApp;
  let site: Site;
  let other: Site;
  let regulator: Person;
  let grid: Person;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    other = await newSite(app, 'construction');
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    grid = await newUser(app, site.admin, ['grid-worker'], { regionCode: '411003' });
  }, 120_000);
  afterAll(() => app?.close());

  const upload = async (by: Person): Promise<string> => {
    const file = await app.request.post('/api/v1/files').set('authorization', `Bearer ${by.token}`).attach('file', await app.photo(), 'a.jpg'); // prettier-ignore
    return String((file.body as Body)['id']);
  };
  const tasksOf = async (person: Person, kind: string): Promise<Body[]> =>
    itemsOf(await person.get('/tasks?mine=true')).filter((task) => task['kind'] === kind);

  describe('企业自查', () => {
    let id: string;
    const answers = (more: Body[] = []): Body[] =>
      codes.filter((code) => !more.some((one) => one['code'] === code)).map((code): Body => ({ code, answer: 'yes' })).concat(more); // prettier-ignore
    let codes: string[];

    it('waits from the first day of a period: quarterly, in dangerous trades monthly', async () => {
      await app.app.get(OpenSelfChecks).execute(Date.now());
      const [task] = await tasksOf(site.head, 'self-check-due');
      id = String((task!['entity'] as Body)['id']);
      expect(task).toMatchObject({ path: `/console/self-checks/${id}`, phonePath: `/m/self-checks/${id}` });
      const months = async (person: Person): Promise<number> => {
        const [check] = itemsOf(await person.get('/self-checks'));
        const [from, to] = [String(check!['periodFrom']), String(check!['periodTo'])].map((day) => Number(day.slice(5, 7))); // prettier-ignore
        return to! - from! + 1;
      };
      expect([await months(site.head), await months(other.head)]).toEqual([3, 1]);
      const again = bodyOf(await site.safety.post('/self-checks'));
      expect(again['id']).toBe(id); // one a period
      codes = (again as Items).items.map(({ code }) => String(code));
    });

    it('any seat of the firm ticks; nobody of another firm sees it, no official fills it in', async () => {
      expect((await other.head.get(`/self-checks/${id}`)).status).toBe(404);
      expect((await other.safety.post(`/self-checks/${id}/answers`, { answers: [] })).status).toBe(404);
      expect((await regulator.post(`/self-checks/${id}/answers`, { answers: [] })).status).toBe(403);
      expect((await site.welder.get('/self-checks')).status).toBe(403);
      const bad = async (answer: Body, code: string) =>
        expect(bodyOf(await site.safety.post(`/self-checks/${id}/answers`, { answers: [answer] }))).toMatchObject({ code }); // prettier-ignore
      await bad({ code: 'no-such-item', answer: 'yes' }, 'self-check.item-unknown');
      await bad({ code: codes[0], answer: 'no', note: '  ' }, 'self-check.note-missing');
      await bad({ code: codes[0], answer: 'yes', photoIds: [await upload(site.head)] }, 'violation.photo-unknown');
      const photoId = await upload(site.safety);
      const exits = { code: 'exits', answer: 'no', note: '西侧安全出口堆放板材', photoIds: [photoId] };
      const kept = bodyOf(await site.safety.post(`/self-checks/${id}/answers`, { answers: [exits] }));
      expect(kept).toMatchObject({ state: 'due', answered: 1, maySign: false, mayAnswer: true });
    });

    it('the principal signs when all is ticked, and what fails is a hazard of the firm, in its own hands', async () => {
      const signatureId = await upload(site.head);
      const sign = (by: Person, body: Body) =>
        by.post(`/self-checks/${id}/sign`, { signedName: '测试负责人', signatureId, ...body });
      expect(bodyOf(await sign(site.head, {}))).toMatchObject({ code: 'self-check.item-open' });
      expect((await sign(site.safety, {})).status).toBe(403);
      const all = answers([bodyOf(await site.head.get(`/self-checks/${id}`))].flatMap((check) =>
        (check as Items).items.filter(({ code }) => code === 'exits').map(({ code, answer, note, photoIds }) => ({ code, answer, note, photoIds })),
      )); // prettier-ignore
      expect(bodyOf(await sign(site.manager, { answers: all }))).toMatchObject({ code: 'self-check.principal-signs' });
      const signed = bodyOf(await sign(site.head, { answers: all }));
      expect(signed).toMatchObject({ state: 'signed', findings: 1, openCases: 1, mayAnswer: false });
      const violationId = String((signed['findingList'] as Body[])[0]!['violationId']);
      const hazard = bodyOf(await site.safety.get(`/violations/${violationId}`));
      expect(hazard).toMatchObject({ grade: 'hazard', source: 'self-check', state: 'assigned' });
      expect(await tasksOf(site.safety, 'case-put-right')).toHaveLength(1);
      expect(await tasksOf(site.head, 'self-check-due')).toEqual([]);

      const changed = { answers: [{ code: 'exits', answer: 'yes' }] };
      expect(bodyOf(await site.safety.post(`/self-checks/${id}/answers`, changed))).toMatchObject({ code: 'self-check.signed-already' }); // prettier-ignore
      // the name alone leaves with a person who is forgotten; nothing beside it
      await expect(app.sql(`update self_checks set signed_name = 'x y', signed_at = now() where id = $1`, [id])).rejects.toThrow('not changed'); // prettier-ignore
      await expect(app.sql(`update self_check_answers set answer = 'yes' where check_id = $1`, [id])).rejects.toThrow('not changed'); // prettier-ignore

      const mended = { note: '出口已清理', photoIds: [await upload(site.safety)] };
      await site.safety.must(`/violations/${violationId}/commands/rectify`, mended);
      await grid.must(`/violations/${violationId}/commands/review`, { note: '现场看过' });
      await grid.must(`/violations/${violationId}/commands/close`, { note: '销号' });
      expect(bodyOf(await site.head.get(`/self-checks/${id}`))).toMatchObject({ findings: 1, openCases: 0 });
    });

    it('one that is late is seen by the firm, the grid and the county, and is counted; it can still be made', async () => {
      const month = itemsOf(await other.head.get('/self-checks'))[0]!;
      const day = shanghaiDate(Date.now() - 3 * DAY);
      await app.sql('update self_checks set period_from = $2, period_to = $2, due_on = $2 where id = $1', [month['id'], day]); // prettier-ignore
      expect((await tasksOf(other.head, 'self-check-due'))[0]).toMatchObject({ urgency: 'overdue' });
      for (const official of [regulator, grid]) {
        expect(await tasksOf(official, 'self-checks-overdue')).toEqual([
          expect.objectContaining({ params: expect.objectContaining({ count: '1' }) as Body }),
        ]);
        const late = itemsOf(await official.get('/self-checks?state=overdue'));
        expect(late.map(({ enterpriseId }) => enterpriseId)).toEqual([other.enterpriseId]);
      }
      const figures = bodyOf(await regulator.get('/self-checks/figures'))['towns'] as Body[];
      expect(figures.map(({ signed, overdue, findings }) => [signed, overdue, findings])).toEqual([[1, 1, 1]]);
      const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
      expect(itemsOf(await elsewhere.get('/self-checks'))).toEqual([]);

      const signatureId = await upload(other.head);
      await other.head.must(`/self-checks/${String(month['id'])}/sign`, {
        ...{ signedName: '测试负责人', signatureId, answers: answers() },
      });
      const [counted] = bodyOf(await regulator.get('/self-checks/figures'))['towns'] as Body[];
      expect(counted).toMatchObject({ signed: 2, overdue: 0, late: 1 });
    });
  });

  describe('应急演练', () => {
    const drill = async (by: Person, more: Body = {}): Promise<Body> => ({
      ...{ kind: 'evacuation', heldOn: shanghaiDate(Date.now() - DAY), place: '一号车间', course: '拉响警报，三分钟内撤到集合点' },
      ...{ headCount: 42, people: ['张三', '李四'], photoIds: [await upload(by)], ...more },
    }); // prettier-ignore

    it('is recorded with who took part, photos and what fell short; the next one is due by rule', async () => {
      await app.app.get(OweDrills).execute(Date.now());
      await app.sql('update drill_duties set due_on = $2 where enterprise_id = $1', [other.enterpriseId, shanghaiDate(Date.now() - DAY)]); // prettier-ignore
      expect((await tasksOf(other.head, 'drill-due'))[0]).toMatchObject({ urgency: 'overdue' });
      expect((await tasksOf(grid, 'drills-overdue'))[0]).toMatchObject({ params: { count: '1' } });
      const late = itemsOf(await regulator.get('/drills/duties?overdue=true'));
      expect(late.map(({ enterpriseId }) => enterpriseId)).toEqual([other.enterpriseId]);

      const refusedFor = async (more: Body, code: string) =>
        expect(bodyOf(await other.safety.post('/drills', await drill(other.safety, more)))).toMatchObject({ code });
      await refusedFor({ heldOn: shanghaiDate(Date.now() + 2 * DAY) }, 'drill.in-future');
      await refusedFor({ shortcomings: '集合点太近' }, 'drill.remedies-missing');
      await refusedFor({ photoIds: [await upload(other.head)] }, 'violation.photo-unknown');
      await refusedFor({ photoIds: [] }, 'request.invalid');
      expect((await regulator.post('/drills', await drill(regulator))).status).toBe(403);

      const made = await other.safety.must('/drills', await drill(other.safety, { shortcomings: '集合点太近', remedies: '移到停车场' })); // prettier-ignore
      const months = (from: string, to: string): number =>
        (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
      expect(months(String(made['heldOn']), String(made['nextDueOn']))).toBe(6); // a building site
      expect(await tasksOf(other.head, 'drill-due')).toEqual([]);
      expect(itemsOf(await site.head.get('/drills'))).toEqual([]);
      // an older one that is entered later moves no date back
      await other.safety.must('/drills', await drill(other.safety, { heldOn: shanghaiDate(Date.now() - 100 * DAY) }));
      expect(itemsOf(await other.head.get('/drills/duties'))[0]).toMatchObject({ dueOn: made['nextDueOn'] });
    });
  });

  describe('员工内部报告', () => {
    let id: string;

    it('a welder reports inside the firm without a name: nobody there learns who, not by list, task or photo', async () => {
      const stranger = await newUser(app, site.admin, ['trainer'], { regionCode: '411003' });
      expect((await stranger.post('/internal-reports', { text: '无关' })).status).toBe(403);
      const photoId = await upload(site.welder);
      const made = await site.welder.must('/internal-reports', { text: '气瓶间通风扇坏了', place: '气瓶间', photoIds: [photoId], anonymous: true }); // prettier-ignore
      id = String(made['id']);
      for (const colleague of [site.safety, site.head, site.manager]) {
        const shown = bodyOf(await colleague.get(`/internal-reports/${id}`));
        expect(shown['reporterName']).toBeNull();
        expect(JSON.stringify(shown)).not.toContain(site.welder.userId);
      }
      expect((await app.request.get(`/api/v1/files/${photoId}`).set('authorization', `Bearer ${site.safety.token}`)).status).toBe(200); // prettier-ignore
      expect(itemsOf(await site.welder.get('/internal-reports/mine')).map((one) => one['id'])).toEqual([id]);
      expect(itemsOf(await site.safety.get('/internal-reports/mine'))).toEqual([]);
      for (const outside of [other.head, regulator, grid])
        expect((await outside.get(`/internal-reports/${id}`)).status).toBe(404);
      expect(await tasksOf(site.safety, 'internal-report-answer')).toHaveLength(1);
    });

    it('left unanswered it rises to the officials of the place, and only then do they see it', async () => {
      await app.app.get(RaiseUnanswered).execute(Date.now() + 4 * DAY);
      expect(await tasksOf(regulator, 'internal-report-risen')).toEqual([]);
      await app.app.get(RaiseUnanswered).execute(Date.now() + 6 * DAY);
      for (const official of [regulator, grid]) {
        expect(await tasksOf(official, 'internal-report-risen')).toHaveLength(1);
        expect(bodyOf(await official.get(`/internal-reports/${id}`))).toMatchObject({ reporterName: null, commands: [] }); // prettier-ignore
      }
    });

    it('what is true is a hazard of the firm; two people record the reward, and the reporter says that it came', async () => {
      const answered = await site.safety.must(`/internal-reports/${id}/answer`, { outcome: 'true', answer: '已联系维修' }); // prettier-ignore
      expect(answered).toMatchObject({ state: 'answered', violationState: 'assigned', commands: ['propose'] });
      expect((await site.safety.post(`/internal-reports/${id}/answer`, { outcome: 'not', answer: '再答' })).status).toBe(409); // prettier-ignore
      const reward = { yuan: 300, what: '安全隐患报告奖' };
      expect(bodyOf(await site.safety.post(`/internal-reports/${id}/reward`, { ...reward, yuan: 9_999 }))).toMatchObject({ code: 'internal-report.reward-too-large' }); // prettier-ignore
      const proposed = await site.manager.must(`/internal-reports/${id}/reward`, reward);
      expect(proposed).toMatchObject({ reward: { state: 'proposed', yuan: 300 }, commands: [] });
      expect((await site.manager.post(`/internal-reports/${id}/reward/approve`)).status).toBe(409); // the same person
      expect(await tasksOf(site.head, 'internal-reward-decide')).toHaveLength(1);
      await site.head.must(`/internal-reports/${id}/reward/approve`);
      expect((await site.head.post(`/internal-reports/${id}/reward/receive`)).status).toBe(409);
      expect(await site.welder.must(`/internal-reports/${id}/reward/receive`)).toMatchObject({ reward: { state: 'paid' } }); // prettier-ignore
    });

    it('whoever reported settles nothing of it; the database holds the second person and the name', async () => {
      const own = await site.head.must('/internal-reports', { text: '配电箱门没有锁' });
      expect(own).toMatchObject({ reporterName: expect.any(String) as string, commands: [] });
      expect((await site.head.post(`/internal-reports/${String(own['id'])}/answer`, { outcome: 'true', answer: '自己答' })).status).toBe(409); // prettier-ignore
      const sameTwice = `update internal_rewards set decided_by = proposed_by where report_id = $1`;
      await expect(app.sql(sameTwice, [id])).rejects.toThrow('check');
    });
  });

  describe('外包、租赁、劳务', () => {
    const day = (days: number): string => shanghaiDate(Date.now() + days * DAY);
    let id: string;
    const make = (by: Person, more: Body = {}) =>
      by.post('/contracts', {
        ...{ kind: 'contracting', as: 'client', other: other.enterpriseId, work: '钢结构焊接', qualification: '钢结构工程专业承包三级' },
        ...{ startsOn: day(-5), endsOn: day(60), welderIds: [other.welderId], machineIds: [other.machineId], ...more },
      }); // prettier-ignore
    const standing = async (by: Person): Promise<unknown> =>
      bodyOf(await by.get(`/contracts/standing?clientId=${site.enterpriseId}&contractorId=${other.enterpriseId}`))['standing']; // prettier-ignore

    /** What whoever signs a permit is told about the safety agreements of the people from outside. */
    const told = async (contractor: Site | null): Promise<{ code: string; severity: string; welderId: string | null; message: string }[]> => {
      const draft = await draftPermit(site, { ...(contractor && { contractorId: contractor.enterpriseId }), welderIds: [site.welderId, other.welderId] });
      return (draft['findings'] as { code: string; severity: string; welderId: string | null; message: string }[]).filter(({ code }) => code.startsWith('contract.'));
    }; // prettier-ignore

    it('a contract names whose people and machines come, and both firms count them', async () => {
      expect(await standing(site.safety)).toBe('none');
      const bad = async (more: Body, code: string) =>
        expect(bodyOf(await make(site.safety, more))).toMatchObject({ code });
      await bad({ other: 'nobody' }, 'contract.other-unknown');
      await bad({ other: site.enterpriseId }, 'contract.with-oneself');
      await bad({ endsOn: day(-6) }, 'contract.ends-before-start');
      await bad({ welderIds: [site.welderId] }, 'contract.not-of-contractor');
      const made = bodyOf(await make(site.safety));
      id = String(made['id']);
      expect(made).toMatchObject({ state: 'running', agreement: 'missing' });
      expect((await other.manager.post(`/contracts/${id}/people`, { machineIds: [site.machineId] })).status).toBe(422);
      await other.manager.must(`/contracts/${id}/people`, { welderIds: [other.welderId] });
      const counts = async (of: Site) => bodyOf(await of.manager.get(`/contracts/counts?enterpriseId=${of.enterpriseId}`)); // prettier-ignore
      expect(await counts(site)).toEqual({ welders: 1, machines: 1, contractedWelders: 1, contractedMachines: 1, sentWelders: 0, sentMachines: 0 }); // prettier-ignore
      expect(await counts(other)).toEqual({ welders: 1, machines: 1, contractedWelders: 0, contractedMachines: 0, sentWelders: 1, sentMachines: 1 }); // prettier-ignore
      expect((await other.head.get(`/contracts/counts?enterpriseId=${site.enterpriseId}`)).status).toBe(404);
    });

    it('without its safety agreement it waits as a task of both, and the permit is told', async () => {
      expect(await standing(site.head)).toBe('missing');
      expect((await told(other)).map(({ code, severity }) => [code, severity])).toEqual([['contract.missing', 'warn']]);
      for (const one of [site.safety, other.safety]) expect(await tasksOf(one, 'agreement-due')).toHaveLength(1);
      const agreement = async (by: Person, more: Body = {}) =>
        by.post(`/contracts/${id}/agreement`, { fileIds: [await upload(by)], signedOn: day(-5), until: day(60), ...more }); // prettier-ignore
      expect(bodyOf(await agreement(other.safety, { until: day(-9) }))).toMatchObject({ code: 'contract.agreement-dates' }); // prettier-ignore
      expect((await agreement(await newUser(app, site.admin, ['safety-officer'], { enterpriseId: (await newSite(app)).enterpriseId }))).status).toBe(404); // prettier-ignore
      expect(bodyOf(await agreement(other.safety))).toMatchObject({ agreement: 'valid' });
      expect([await standing(site.head), await standing(regulator)]).toEqual(['valid', 'valid']);
      expect(await tasksOf(site.safety, 'agreement-due')).toEqual([]);
      await app.sql('update contracts set qualification_until = $2 where id = $1', [id, day(-1)]);
      expect(await standing(site.head)).toBe('unqualified');
      expect(itemsOf(await grid.get('/contracts')).map((one) => one['id'])).toEqual([id]);
      expect(await site.manager.must(`/contracts/${id}/end`, { reason: '提前完工' })).toMatchObject({ state: 'over' });
      expect(await standing(site.head)).toBe('none');
      expect((await told(other)).map(({ code, welderId }) => [code, welderId])).toEqual([['contract.none', null]]);
      const leased = await told(null);
      expect(leased.map(({ code, welderId }) => [code, welderId])).toEqual([['contract.none', other.welderId]]);
      expect(leased[0]!.message).toMatch(/是外单位人员.* 请核实后再签字/);
      expect((await agreement(site.safety)).status).toBe(409);
    });
  });

  describe('迎检台账', () => {
    const ledger = (by: Person, of: Site, query = '', ending = 'pdf') =>
      app.request
        .get(`/api/v1/enterprises/${of.enterpriseId}/ledger.${ending}${query}`)
        .set('authorization', `Bearer ${by.token}`)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
        });

    it('is one file of the firm over a period, for itself and its officials, and its archive carries the pictures', async () => {
      const pdf = await ledger(site.head, site);
      expect([pdf.status, pdf.headers['content-type'], (pdf.body as Buffer).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']); // prettier-ignore
      const zip = readStoredZip((await ledger(regulator, site, '', 'zip')).body as Buffer)!;
      const kinds = [...zip.keys()].map((name) => name.replace(/-[0-9A-Za-z]+\.jpg$|\.pdf$/, '')).sort();
      expect(kinds).toEqual(['ledger', 'photos/safety-agreement', 'photos/self-check', 'photos/self-check-signature']);
      expect((await ledger(other.head, site)).status).toBe(404);
      expect((await ledger(site.head, site, '?from=2026-02-01&to=2026-01-01')).status).toBe(422);
      expect((await site.welder.get(`/enterprises/${site.enterpriseId}/summary`)).status).toBe(403);
    });

    it('tells what stands in the database, chapter by chapter, and who reported nowhere', async () => {
      const at = Date.now();
      const period = { from: shanghaiDate(at - 30 * DAY), to: shanghaiDate(at) };
      const rows = await app.app.get(UnitOfWork).run(systemScope('test'), (tx) => app.app.get(LedgerRows, { strict: false }).load(tx, site.enterpriseId, period)); // prettier-ignore
      expect(Object.fromEntries(Object.entries(rows).map(([name, { length }]) => [name, length]))).toEqual({
        ...{ firm: 1, machines: 1, welders: 1, contracts: 1, permits: 0, selfChecks: 1, drills: 0, training: 0 },
        ...{ cases: 2, reports: 2, inspections: 0 },
      });
      const [firm, counts] = [(await app.sql('select * from enterprises where id = $1', [site.enterpriseId]))[0], { welders: 1, machines: 1, contractedWelders: 0, contractedMachines: 0, sentWelders: 0, sentMachines: 0 }]; // prettier-ignore
      for (const language of ['zh-CN', 'en'] as const) {
        const pages = ledgerPages(
          { firm: firm as never, regionName: '建安区', counts, period, rows, madeAt: '' },
          language,
        );
        expect(pages.tables).toHaveLength(11);
        expect(JSON.stringify(pages)).not.toContain('测试welder');
      }
      expect(bodyOf(await site.head.get(`/enterprises/${site.enterpriseId}/summary`))).toMatchObject({
        ...{ welders: 1, machines: 1, casesOpen: 1, casesOverdue: 0, selfChecksDue: 0, selfChecksOverdue: 0 },
        ...{ reportsOpen: 1, agreementsMissing: 0, permitsOpen: 0, monthJobs: 0 },
      });
    });
  });
});
