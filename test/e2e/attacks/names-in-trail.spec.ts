import { startApp, type TestApp } from '../../support/app';
import { activate, draftPermit, newSite, type Site } from '../../support/site';

describe('S20 the audit trail holds ids', () => {
  let app: TestApp;
  let site: Site;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    await activate(site, String((await draftPermit(site))['id']));
  }, 120_000);
  afterAll(() => app.close());

  it('and no name, user name or phone of anybody, after people were registered and a permit signed', async () => {
    const [all] = await app.sql<{ n: number }>('select count(*)::int as n from audit_entries');
    expect(all!.n).toBeGreaterThan(15);
    const named = await app.sql(
      `select a.action, n.name from audit_entries a, (
         select name from users union select username from users where username <> 'admin' union select name from welders
         union select contact_name from enterprises) n
       where strpos(concat_ws(' ', a.actor_name, a.before::text, a.after::text), n.name) > 0`,
    );
    expect(named).toEqual([]);
  });

  it('whoever reads it is told who that was', async () => {
    const { items } = (await site.admin.get('/audit?entity=permit&limit=5')).body as {
      items: { actor: { id: string; name: string } }[];
    };
    expect(items[0]?.actor.name).toMatch(/^测试/);
  });
});
