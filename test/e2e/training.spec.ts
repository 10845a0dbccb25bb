import { DAY, HOUR, MINUTE, shanghaiDate } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

type Body = Record<string, unknown>;
interface Quiz { attemptId: string; attemptsLeft: number; questions: { id: string; options: { key: string }[] }[] } // prettier-ignore

let app: TestApp;
let site: Site;
let regulator: Person;
let trainer: Person;
let campaignId: string;
let sessionId: string;

/** Polls what a timer of the platform changes. */
async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const now = await ask();
    if (now === wanted || Date.now() > deadline) return now;
    await new Promise((wait) => setTimeout(wait, 100));
  }
}

const USCC = '91411003MA44HAN97K';
const later = (ms: number): string => new Date(Date.now() + ms).toISOString();
const codeNow = async (): Promise<{ code: string; address: string }> =>
  (await trainer.get(`/training/sessions/${sessionId}/code`).expect(200)).body as { code: string; address: string };
const answersTo = async (quiz: Quiz, right: boolean): Promise<Body> => {
  const rows = await app.sql<{ id: string; correct: string[] }>(`select id, correct from training_questions`);
  const correct = new Map(rows.map((row) => [row.id, row.correct]));
  const choose = ({ id, options }: Quiz['questions'][number]): string[] => {
    const good = correct.get(id) ?? [];
    return right ? good : [options.find(({ key }) => !good.includes(key))?.key ?? good[0] ?? ''].slice(0, 1);
  };
  return { attemptId: quiz.attemptId, answers: quiz.questions.map((one) => ({ questionId: one.id, choices: choose(one) })) }; // prettier-ignore
};

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  trainer = await newUser(app, site.admin, ['trainer'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app?.close());

describe('a county trains its welders', () => {
  it('the regulator begins a campaign; its period must make sense, and a trainer may not', async () => {
    const dueOn = shanghaiDate(Date.now() + 30 * DAY);
    const asked = { name: '2026 年冬季全员培训', dueOn, questionCount: 5, passPercent: 80, sections: [{ title: '动火前', text: '清可燃物，备灭火器。' }] }; // prettier-ignore
    const wrong = await regulator.post('/training/campaigns', { ...asked, startsOn: shanghaiDate(Date.now() + 40 * DAY) }); // prettier-ignore
    expect([wrong.status, (wrong.body as Body)['code']]).toEqual([422, 'training.due-before-start']);
    await trainer.post('/training/campaigns', asked).expect(403);
    await regulator.post('/training/campaigns', { ...asked, regionCode: '410000'.slice(0, 2) }).expect(403);
    const made = await regulator.must('/training/campaigns', { ...asked, sessionRequired: true });
    campaignId = String(made['id']);
  });

  it('the welder sees what is due, and is no one’s subject where the campaign is not meant for them', async () => {
    const mine = (await site.welder.get('/training/mine').expect(200)).body as { campaigns: Body[] };
    expect(mine.campaigns).toMatchObject([{ state: 'due', attended: false, quizPassed: false, campaign: { id: campaignId } }]); // prettier-ignore
    const narrow = await regulator.must('/training/campaigns', { name: '化工企业专场', dueOn: shanghaiDate(Date.now() + DAY), target: { industries: ['chemical'] }, questionCount: 3 }); // prettier-ignore
    await site.welder.get(`/training/quizzes/${String(narrow['id'])}`).expect(403);
    await regulator.must(`/training/campaigns/${String(narrow['id'])}/close`);
  });

  it('a session is arranged; signing out before signing in is refused', async () => {
    const body = { campaignId, placeName: '建安区培训中心', ...POINT, startsAt: later(-MINUTE), endsAt: later(HOUR), instructor: '张老师', capacity: 2 }; // prettier-ignore
    const reversed = await trainer.post('/training/sessions', { ...body, endsAt: later(-HOUR) });
    expect((reversed.body as Body)['code']).toBe('training.ends-before-start');
    sessionId = String((await trainer.must('/training/sessions', body))['id']);
    const { code } = await codeNow();
    const out = await site.welder.post(`/training/sessions/${sessionId}/leave`, { code, ...POINT });
    expect([out.status, (out.body as Body)['code']]).toEqual([409, 'training.not-signed-in']);
    await site.welder.get(`/training/sessions/${sessionId}/code`).expect(403);
  });

  it('a forwarded code is too old, one of another session is called so, and far away nobody signs in', async () => {
    const { code, address } = await codeNow();
    const attend = async (body: Body): Promise<unknown> => ((await site.welder.post(`/training/sessions/${sessionId}/attend`, body)).body as Body)['code']; // prettier-ignore
    expect(await attend({ code: '00000000' })).toBe('training.code-unknown');
    expect(await attend({ code: address.replace(sessionId, '01OTHER') })).toBe('training.code-of-other-session');
    expect(await attend({ code, lat: 34.5, lng: 113.82 })).toBe('training.too-far');
    expect(await attend({ code })).toBe('training.position-needed');
    await app.elapse(2 * MINUTE);
    expect(await attend({ code, ...POINT })).toBe('training.code-old');
  });

  it('the welder signs in once, with the picture’s address; the one without a phone by the card; a third finds it full', async () => {
    const { address } = await codeNow();
    const attend = { code: address, ...POINT };
    await site.welder.must(`/training/sessions/${sessionId}/attend`, attend);
    const twice = await site.welder.post(`/training/sessions/${sessionId}/attend`, attend);
    expect([twice.status, (twice.body as Body)['code']]).toEqual([409, 'training.signed-in-before']);
    const other = await newWelder(app, site.admin);
    const card = await trainer.must(`/training/sessions/${sessionId}/attend-by-card`, { welderCode: other.code });
    expect(card).toMatchObject({ inBy: 'card', hasPosition: false });
    const third = await newWelder(app, site.admin);
    const full = await third.person.post(`/training/sessions/${sessionId}/attend`, attend);
    expect((full.body as Body)['code']).toBe('training.session-full');
    const list = (await trainer.get(`/training/sessions/${sessionId}/attendances`).expect(200)).body as { items: Body[] }; // prettier-ignore
    expect(list.items.map(({ inBy }) => inBy)).toEqual(['card', 'code']);
  });

  it('the quiz is graded here: wrong answers are explained, strange ones refused, another’s attempt is not found', async () => {
    const quiz = (await site.welder.post(`/training/quizzes/${campaignId}/attempts`).expect(200)).body as Quiz;
    expect(quiz.questions.flatMap((one) => Object.keys(one))).not.toEqual(expect.arrayContaining(['correct']));
    expect(Object.keys(quiz.questions[0] ?? {}).sort()).toEqual(['id', 'kind', 'options', 'textEn', 'textZh']);
    const again = (await site.welder.post(`/training/quizzes/${campaignId}/attempts`).expect(200)).body as Quiz;
    expect(again).toEqual(quiz);
    const body = await answersTo(quiz, false);
    const [first, ...rest] = body['answers'] as Body[];
    const strange = await site.welder.post(`/training/quizzes/${campaignId}/answers`, { ...body, answers: [{ ...first, questionId: 'question-unasked' }, ...rest] }); // prettier-ignore
    expect((strange.body as Body)['code']).toBe('training.question-not-drawn');
    const somebody = await newWelder(app, site.admin);
    await somebody.person.post(`/training/quizzes/${campaignId}/answers`, body).expect(404);
    const result = (await site.welder.post(`/training/quizzes/${campaignId}/answers`, body).expect(200)).body as Body;
    expect(result).toMatchObject({ right: 0, quizPassed: false, attemptsLeft: 2, passId: null });
    expect((result['wrong'] as Body[])[0]).toHaveProperty('explanationZh');
    await site.welder.post(`/training/quizzes/${campaignId}/answers`, body).expect(409);
  });

  it('passed, but a session is required: the pass comes with the sign-out', async () => {
    const quiz = (await site.welder.post(`/training/quizzes/${campaignId}/attempts`).expect(200)).body as Quiz;
    const result = (await site.welder.post(`/training/quizzes/${campaignId}/answers`, await answersTo(quiz, true)).expect(200)).body as Body; // prettier-ignore
    expect(result).toMatchObject({ quizPassed: true, passId: null, wrong: [] });
    await app.elapse(55 * MINUTE);
    const { code } = await codeNow();
    const out = (await site.welder.post(`/training/sessions/${sessionId}/leave`, { code, ...POINT }).expect(200))
      .body as Body;
    expect(out).toMatchObject({ counts: true });
    const mine = (await site.welder.get('/training/mine')).body as { campaigns: Body[] };
    expect(mine.campaigns[0]).toMatchObject({ state: 'passed', attended: true });
    const { passId, code: passCode } = mine.campaigns[0] as { passId: string; code: string };
    const pdf = await site.welder.get(`/training/passes/${passId}/certificate.pdf`).expect(200);
    expect(String(pdf.headers['content-type'])).toContain('application/pdf');
    const page = (await app.request.get(`/api/v1/codes/${passCode}`).expect(200)).body as Body;
    expect(page).toMatchObject({ kind: 'training', status: 'valid', tone: 'green' });
    expect(JSON.stringify(page)).not.toMatch(/\d{17}|测试焊工/);
  });

  it('coverage and names are for whoever looks after the people', async () => {
    const coverage = (await regulator.get(`/training/coverage?campaignId=${campaignId}`).expect(200)).body as { total: Body }; // prettier-ignore
    expect(coverage.total).toMatchObject({ targeted: 4, attended: 1, passed: 1, overdue: 0 });
    const own = (await site.manager.get(`/training/coverage/people?campaignId=${campaignId}`).expect(200)).body as { items: Body[] }; // prettier-ignore
    expect(own.items).toMatchObject([{ welderId: site.welderId, passed: true }]);
    await site.welder.get('/training/coverage').expect(403);
    await regulator.get('/training/coverage?regionCode=41').expect(403);
  });

  it('what the question for power says follows from it', async () => {
    const findings = async (person: Person): Promise<string[]> =>
      ((await person.post('/authorizations', { machineCode: site.machineCode })).body as { findings: { code: string }[] }).findings.map(({ code }) => code); // prettier-ignore
    expect(await findings(site.welder)).not.toContain('welder.training-overdue');
    const late = await newWelder(app, site.admin, { enterpriseId: site.enterpriseId });
    expect(await findings(late.person)).not.toContain('welder.training-overdue');
    await app.sql(`update training_campaigns set starts_on = '2026-01-01', due_on = '2026-02-01' where id = $1`, [campaignId]); // prettier-ignore
    expect(await findings(late.person)).toContain('welder.training-overdue');
    expect(await findings(site.welder)).not.toContain('welder.training-overdue');
  });
});

describe('operating procedures and schools', () => {
  it('a welder signs a version, and a new version anew', async () => {
    const issue = { process: 'MMA', title: '焊条电弧焊安全操作规程', body: '一、作业前检查焊机外壳接地、电缆绝缘。', source: 'GB 9448-1999' }; // prettier-ignore
    const first = String((await regulator.must('/training/procedures', issue))['id']);
    await site.welder.post(`/training/procedures/${first}/sign`).expect(200);
    const list = (await site.welder.get('/training/procedures').expect(200)).body as { items: Body[] };
    expect(list.items).toMatchObject([{ id: first, version: 1, signed: 1, welders: 1 }]);
    const second = String((await regulator.must('/training/procedures', issue))['id']);
    const renewed = (await site.welder.get('/training/procedures').expect(200)).body as { items: Body[] };
    expect(renewed.items).toMatchObject([{ id: second, version: 2, signedAt: null }]);
    await site.welder.post(`/training/procedures/${first}/sign`).expect(404);
    const unsigned = (await site.manager.get(`/training/procedures/${second}/unsigned`).expect(200)).body as { items: Body[] }; // prettier-ignore
    expect(unsigned.items.map(({ welderId }) => welderId)).toContain(site.welderId);
    const sheet = await site.manager.get(`/training/procedures/${second}/unsigned.xlsx`).expect(200);
    expect(sheet.headers['content-disposition']).toMatch(/filename="unsigned-\d{4}-\d{2}-\d{2}\.xlsx"/);
    await site.welder.get(`/training/procedures/${second}/unsigned.xlsx`).expect(403);
  });

  it('a failed check suspends a school, and no session is arranged there', async () => {
    const school = await regulator.must('/training/providers', { name: '演示焊工学校', contactName: '李校长', contactPhone: '19900009999', licence: '办学许可证 001' }); // prettier-ignore
    expect(school['contactPhone']).toBe('199****9999');
    const check = { checkedOn: shanghaiDate(Date.now()), result: 'failed', note: '实训场地没有灭火器材' };
    expect(await regulator.must(`/training/providers/${String(school['id'])}/checks`, check)).toMatchObject({ state: 'suspended' }); // prettier-ignore
    const session = await trainer.post('/training/sessions', { campaignId, placeName: '焊工学校', startsAt: later(2 * HOUR), endsAt: later(4 * HOUR), instructor: '张老师', capacity: 20, providerId: school['id'] }); // prettier-ignore
    expect((session.body as Body)['code']).toBe('training.provider-suspended');
  });
});

describe('a school’s instructor answers for pupils (实训课)', () => {
  const here = { ...POINT, accuracyM: 10 };
  let chip: TestChip;
  let pupil: Awaited<ReturnType<typeof newWelder>>;
  let schoolId: string;

  beforeAll(async () => {
    pupil = await newWelder(app, site.admin, { certified: false });
    await site.admin.must('/designated-areas', { name: '实训车间', enterpriseId: site.enterpriseId, ...POINT, radiusM: 50 }); // prettier-ignore
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    const school = await regulator.must('/training/providers', { name: '实训焊工学校', contactName: '王校长', contactPhone: '19900009998', licence: '办学许可证 002' }); // prettier-ignore
    schoolId = String(school['id']);
  });
  afterAll(() => chip?.close());

  const start = () => pupil.person.post('/jobs', { machineCode: site.machineCode, ...here });
  const blocks = (body: unknown): string[] =>
    (body as { findings: { code: string; severity: string }[] }).findings.flatMap(({ code, severity }) => severity === 'block' ? [code] : []); // prettier-ignore
  const open = (change: Body = {}) => site.welder.post('/training/practices', { machineCodes: [site.machineCode], pupilCodes: [pupil.code], hours: 2, ...here, ...change }); // prettier-ignore
  const codeOf = ({ body }: { body: unknown }): unknown => (body as Body)['code'];

  it('only an official makes an instructor, and the school must be an enterprise', async () => {
    expect(codeOf(await open())).toBe('practice.not-an-instructor');
    await site.manager.post(`/training/providers/${schoolId}/instructors`, { welderCode: site.welderCode }).expect(403);
    const named = await regulator.must(`/training/providers/${schoolId}/instructors`, { welderCode: site.welderCode });
    expect(named['instructors']).toEqual([{ welderId: site.welderId, name: expect.any(String) as string }]);
    expect(codeOf(await regulator.post(`/training/providers/${schoolId}/instructors`, { welderCode: site.welderCode }))).toBe('training.instructor-known'); // prettier-ignore
    expect(codeOf(await open())).toBe('practice.school-without-enterprise');
    await app.sql(`update enterprises set uscc = '${USCC}' where id = '${site.enterpriseId}'`);
    expect(codeOf(await regulator.put(`/training/providers/${schoolId}/enterprise`, { uscc: '91350100M000100Y43' }))).toBe('training.enterprise-unknown'); // prettier-ignore
    expect((await regulator.put(`/training/providers/${schoolId}/enterprise`, { uscc: USCC })).status).toBe(200);
  });

  it('without a session a pupil is refused; a session takes no strangers’ machines, too many hours, or its instructor as pupil', async () => {
    expect(blocks((await start().expect(403)).body)).toContain('certificate.missing');
    const other = await newSite(app);
    expect(codeOf(await open({ machineCodes: [other.machineCode] }))).toBe('practice.machine-not-the-schools');
    expect(codeOf(await open({ machineCodes: [pupil.code] }))).toBe('practice.machine-unknown');
    expect(codeOf(await open({ pupilCodes: [site.welderCode] }))).toBe('practice.pupil-is-instructor');
    expect(codeOf(await open({ hours: 5 }))).toBe('practice.too-long');
    expect(codeOf(await open({ lat: 34.2 }))).toBe('practice.not-at-the-school');
    expect(codeOf(await open({ accuracyM: 900 }))).toBe('practice.place-unproven');
    expect((await site.welder.get('/training/practices/mine')).body).toMatchObject({ providerName: '实训焊工学校', open: null }); // prettier-ignore
  });

  it('in the session the pupil gets power at that machine, and nobody finds the arc uncertified', async () => {
    const made = (await open().expect(201)).body as Body;
    expect(codeOf(await open())).toBe('practice.open-already');
    const started = (await start().expect(201)).body as Body;
    const unlock = await chip.command('unlock');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    await chip.event('arc-start', { job: started['id'] });
    await chip.ackOf(await chip.event('arc-stop', { job: started['id'] }));
    const verdicts = await app.sql<{ verdict: string }>(`select rule || ' ' || verdict as verdict from arc_verdicts`); // prettier-ignore
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['platform on-platform']); // no offence is on record beside it
    expect((await site.welder.post(`/training/practices/${String(made['id'])}/presence`, { machineCode: site.machineCode, ...here })).status).toBe(200); // prettier-ignore
    expect(codeOf(await site.welder.post(`/training/practices/${String(made['id'])}/presence`, { machineCode: site.machineCode }))).toBe('practice.place-unproven'); // prettier-ignore
    await pupil.person.post(`/training/practices/${String(made['id'])}/end`).expect(404);
    await site.welder.must(`/training/practices/${String(made['id'])}/end`);
    const ended = async (): Promise<unknown> => ((await pupil.person.get(`/jobs/${String(started['id'])}`)).body as Body)['endReason']; // prettier-ignore
    expect(await eventually(ended, 'practice-over')).toBe('practice-over');
    expect(blocks((await start().expect(403)).body)).toContain('certificate.missing');
  });

  it('an instructor who does not show to be there has no session, and dismissed none at all', async () => {
    const made = (await open().expect(201)).body as Body;
    await app.elapse(61 * MINUTE);
    const late = await site.welder.post(`/training/practices/${String(made['id'])}/presence`, { machineCode: site.machineCode, ...here }); // prettier-ignore
    expect([late.status, codeOf(late)]).toEqual([409, 'practice.over']);
    const next = (await open().expect(201)).body as Body;
    await regulator.delete(`/training/providers/${schoolId}/instructors/${site.welderId}`).expect(200);
    const list = (await regulator.get('/training/practices').expect(200)).body as { items: Body[] };
    expect(list.items.map(({ id, over }) => [id, over])).toEqual([[next['id'], true], [made['id'], true], [expect.anything(), true]]); // prettier-ignore
    expect(codeOf(await open())).toBe('practice.not-an-instructor');
  });
});
