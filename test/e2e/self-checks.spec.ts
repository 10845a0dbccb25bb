import { OpenSelfChecks } from '../../src/modules/self-checks/checks/open-self-checks';
import { DAY, shanghaiDate } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, type Person, type Site } from '../support/site';

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
      await expect(app.sql(`update self_checks set signed_name = 'x y' where id = $1`, [id])).rejects.toThrow('not changed'); // prettier-ignore
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
});
