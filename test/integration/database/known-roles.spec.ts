import { Client } from 'pg';
import { ROLES } from '../../../src/domain/people/roles';
import { emptyCopy } from '../../support/database';

describe('roles of stored accounts', () => {
  let copy: { url: string; drop: () => Promise<void> };
  let client: Client;
  beforeAll(async () => {
    copy = await emptyCopy();
    client = new Client({ connectionString: copy.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await copy.drop();
  });

  const account = (id: string, roles: readonly string[]) =>
    client.query(`insert into users (id, username, name, roles, created_at) values ($1, $1, '测试', $2, now())`, [
      id,
      roles,
    ]);

  it('are those that the code knows, and no others', async () => {
    const { rows } = await client.query<{ rule: string }>(
      `select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'users_roles_known' and convalidated`,
    );
    const known = [...(rows[0]?.rule ?? '').matchAll(/'([a-z-]+)'/g)].map(([, role]) => role);
    expect(known.sort()).toEqual([...ROLES].sort());
  });

  it('one that is typed wrong is refused, also beside a right one', async () => {
    await account('all', ROLES);
    await expect(account('one', ['grid-woker'])).rejects.toThrow('users_roles_known');
    await expect(account('two', ['welder', 'grid-woker'])).rejects.toThrow('users_roles_known');
  });
});
