import { startApp, type TestApp } from '../support/app';
import { draftPermit, newSite, newUser, type Person, type Site } from '../support/site';

const SIGNING = ['enterprise-manager', 'safety-officer', 'enterprise-head'];

/** One person with two hats signs once; who asked never signs. Tried through the API with each pair of roles. */
describe('nobody signs twice', () => {
  let app: TestApp;
  let site: Site;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
  }, 120_000);
  afterAll(() => app.close());

  const submitted = async (applicant: Person = site.manager): Promise<string> => {
    const id = String((await draftPermit({ ...site, manager: applicant }))['id']);
    await applicant.must(`/permits/${id}/commands/submit`);
    return id;
  };
  const pairs = SIGNING.flatMap((first) => SIGNING.map((second) => [first, second] as const));

  it.each(pairs)('%s and %s in one person', async (first, second) => {
    const both = await newUser(app, site.admin, [...new Set([first, second])], { enterpriseId: site.enterpriseId });
    const id = await submitted();
    const codes: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await both.command(id, 'approve');
      if (answer.status >= 300) codes.push((answer.body as { code: string }).code);
    }
    const signatures = ((await site.admin.get(`/permits/${id}`)).body as { signatures: unknown[] }).signatures;
    expect(signatures.length).toBeLessThanOrEqual(1);
    expect(codes.length).toBeGreaterThanOrEqual(2);
  });

  it.each(SIGNING)('%s who applied does not approve', async (role) => {
    const applicant = await newUser(app, site.admin, [...new Set([role, 'safety-officer'])], {
      enterpriseId: site.enterpriseId,
    });
    const id = await submitted(applicant);
    expect((await applicant.command(id, 'approve')).status).toBe(403);
  });

  it('two officers who sign the same step at the same moment leave one signature', async () => {
    const other = await newUser(app, site.admin, ['safety-officer'], { enterpriseId: site.enterpriseId });
    const id = await submitted();
    const answers = await Promise.all([site.safety.command(id, 'approve'), other.command(id, 'approve')]);
    expect(answers.map(({ status }) => status < 300).filter(Boolean)).toHaveLength(1);
    const { signatures } = (await site.admin.get(`/permits/${id}`)).body as { signatures: unknown[] };
    expect(signatures).toHaveLength(1);
  });
});
