import { Secret, TOTP } from 'otpauth';
import type { FactorPolicy } from '../../../src/domain/people/second-factor';
import { FactorDuty } from '../../../src/modules/identity/second-factor/factor-duty';
import { FactorPoliciesOfRules } from '../../../src/modules/rules/factor-policies-of-rules';
import type { RulesReader } from '../../../src/modules/rules/rules.reader';
import { ResetSecondFactor } from '../../../src/modules/identity/second-factor/reset-second-factor';
import { Config } from '../../../src/platform/config/config';
import { SECOND } from '../../../src/kernel/time';
import { seededBook } from '../../domain/rules/seeded-book';
import { bearer, codeOf, House, PASSWORD } from '../platform/house';

let house: House;
beforeAll(async () => {
  house = await House.open({ requireTotp: 'officials' });
  await house.user({ id: 'ADMIN-1', roles: ['admin'] });
  await house.user({ id: 'ADMIN-2', roles: ['admin'] });
  await house.user({ id: 'OFFICIAL', roles: ['regulator'], regionCode: '411003' });
  for (const id of ['WELDER', 'GUESSED', 'MOVED', 'LOST']) await house.user({ id, roles: ['welder'] });
}, 60_000);
afterAll(() => house?.close());

const post = (path: string, body: object, token = '') =>
  house.http
    .post(`/api/v1/${path}`)
    .set(token ? bearer(token) : {})
    .send(body);

const codeNow = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.clock.now() });
const nextStep = (): void => house.clock.elapse(30 * SECOND);

/** As a person does it: the picture into the phone, the first code back. */
async function setUp(token: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await post('me/second-factor', { password: PASSWORD }, token).expect(200);
  const { secret, address, path, size } = begun.body as { secret: string; address: string; path: string; size: number };
  expect(new URL(address).searchParams.get('secret')).toBe(secret);
  expect([path.startsWith('M'), size > 21]).toEqual([true, true]);
  const confirmed = await post('me/second-factor/confirm', { code: codeNow(secret) }, token).expect(200);
  return { secret, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes };
}

async function ticketOf(username: string): Promise<string> {
  const answer = await house.logIn(username);
  expect(codeOf(answer)).toBe('401 login.second-factor');
  return (answer.body as { ticket: string }).ticket;
}

const second = (ticket: string, code: string) => post('auth/second-factor', { ticket, code });

it('the day from which a rule asks for one is told ahead, and nobody is stopped before it', () => {
  const from = house.clock.now() + 30 * 24 * 3_600 * SECOND;
  const officials = { from, policy: 'officials' } as const;
  const ruled = (at: number, roles: string[]) => {
    const policies = { inForce: () => (at < from ? 'nobody' : 'officials') as FactorPolicy, after: () => [officials] };
    const duty = new FactorDuty(new Config({ ...house.config, requireTotp: 'by-rule' }), policies);
    return [duty.holds(roles, at), duty.begins(roles, at)];
  };
  expect(ruled(from - 1, ['regulator'])).toEqual([false, from]);
  expect(ruled(from, ['regulator'])).toEqual([true, null]);
  expect(ruled(from - 1, ['welder'])).toEqual([false, null]);
});

it('the rule book asks officials from 1 March 2027 on', () => {
  const policies = new FactorPoliciesOfRules({ book: () => seededBook } as unknown as RulesReader);
  const day = Date.parse('2027-03-01T00:00:00+08:00');
  expect([policies.inForce(day - 1), policies.inForce(day)]).toEqual(['nobody', 'officials']);
  expect(policies.after(day - 1).find(({ policy }) => policy === 'officials')?.from).toBe(day);
  expect(policies.after(day).filter(({ policy }) => policy !== 'officials')).toEqual([]);
});

it('an official without one can only set it up; then everything is open, and signing in takes two steps', async () => {
  const token = await house.tokenOf('official');
  const list = () => house.http.get('/api/v1/users').set(bearer(token));
  expect(codeOf(await list())).toBe('403 auth.second-factor-due');
  expect((await house.http.get('/api/v1/me').set(bearer(token)).expect(200)).body).toMatchObject({
    secondFactorDue: true,
  });
  const { secret, recoveryCodes } = await setUp(token);
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await list()).status).toBe(200);

  nextStep();
  const ticket = await ticketOf('official');
  const entered = await second(ticket, codeNow(secret)).expect(200);
  const { accessToken } = entered.body as { accessToken: string };
  const view = await house.http.get('/api/v1/me/second-factor').set(bearer(accessToken)).expect(200);
  expect(view.body).toMatchObject({ isOn: true, isRequired: true, recoveryCodesLeft: 10 });
  expect(String(entered.headers['set-cookie'])).toContain('refresh');
});

it('a code counts once, also for whoever looked over the shoulder; so does a recovery code', async () => {
  const { secret, recoveryCodes } = await setUp(await house.tokenOf('welder'));
  expect(codeOf(await second(await ticketOf('welder'), codeNow(secret)))).toBe('401 login.second-factor-wrong'); // confirmed with it
  nextStep();
  const code = codeNow(secret);
  await second(await ticketOf('welder'), code).expect(200);
  expect(codeOf(await second(await ticketOf('welder'), code))).toBe('401 login.second-factor-wrong');
  const typed = recoveryCodes[0]!.toLowerCase().replace('-', ' ');
  await second(await ticketOf('welder'), typed).expect(200);
  expect(codeOf(await second(await ticketOf('welder'), typed))).toBe('401 login.second-factor-wrong');
  const kept = JSON.stringify(await house.query('select * from second_factors'));
  expect(kept).not.toContain(secret);
});

it('neither a ticket nor a code alone opens anything, and a ticket ends after five minutes', async () => {
  const token = await house.tokenOf('guessed');
  const { secret } = await setUp(token);
  nextStep();
  const ticket = await ticketOf('guessed');
  const broken = `${ticket.slice(0, -4)}AAAA`;
  expect(codeOf(await second(broken, codeNow(secret)))).toBe('401 login.ticket-ended');
  expect(codeOf(await house.http.get('/api/v1/me').set(bearer(ticket)))).toBe('401 auth.token-invalid');
  house.clock.elapse(301 * SECOND);
  expect(codeOf(await second(ticket, codeNow(secret)))).toBe('401 login.ticket-ended');

  const guess = async () => codeOf(await second(await ticketOf('guessed'), '000000'));
  expect(await guess()).toBe('401 login.second-factor-wrong');
  for (let n = 0; n < 10; n += 1) {
    house.clock.elapse(70 * SECOND); // longer than any wait so far
    expect(await guess()).toBe('401 login.second-factor-wrong');
  }
  const ahead = await ticketOf('guessed');
  expect(codeOf(await second(ahead, codeNow(secret)))).toBe('429 login.delayed'); // the right one waits, too: a minute
  house.clock.elapse(70 * SECOND);
  await second(ahead, codeNow(secret)).expect(200);
});

it('it moves to another phone with a code, never with a session alone', async () => {
  const token = await house.tokenOf('moved');
  expect(codeOf(await post('me/second-factor', {}, token))).toBe('422 second-factor.password-needed');
  expect(codeOf(await post('me/second-factor', { password: 'wrong-password' }, token))).toBe('403 user.wrong-password');
  const { recoveryCodes } = await setUp(token);
  expect(codeOf(await post('me/second-factor', { password: PASSWORD }, token))).toBe('409 second-factor.on');
  expect(codeOf(await post('me/second-factor/remove', { code: '000000' }, token))).toBe('403 second-factor.wrong-code');
  const gone = await post('me/second-factor/remove', { code: recoveryCodes[3]! }, token).expect(200);
  expect(gone.body).toEqual({ isOn: false, isRequired: false, requiredFrom: null, since: null, recoveryCodesLeft: 0 });
  await house.logIn('moved').expect(200);
});

it('an administrator takes it away with a reason, and nobody their own; the server’s command helps the last one', async () => {
  const admin = await house.tokenOf('admin-1');
  await setUp(admin);
  const lost = await house.tokenOf('lost');
  await setUp(lost);
  const reason = '手机丢失，当面核验身份证';
  const reset = (id: string, token: string, body: object = { reason }) =>
    post(`users/${id}/second-factor/reset`, body, token);
  expect(codeOf(await reset('LOST', lost))).toBe('403 access.denied');
  expect((await reset('LOST', admin, { reason: '' })).status).toBe(422);
  expect(codeOf(await reset('ADMIN-1', admin))).toBe('403 second-factor.reset-own');
  expect(codeOf(await reset('MOVED', admin))).toBe('409 second-factor.none');
  await reset('LOST', admin).expect(200);
  expect(codeOf(await house.http.get('/api/v1/me').set(bearer(lost)))).toBe('401 auth.session-ended');
  await house.logIn('lost').expect(200);

  expect(await house.get(ResetSecondFactor).byOperator('admin-1', reason)).toMatchObject({ ok: true });
  await house.logIn('admin-1').expect(200);
  const trail = await house.query(
    `select actor_id, actor_name, entity_id, after from audit_entries where action = 'second-factor.reset' order by id`,
  );
  expect(trail).toEqual([
    { actor_id: 'ADMIN-1', actor_name: '', entity_id: 'LOST', after: { reason } },
    { actor_id: null, actor_name: 'operator', entity_id: 'ADMIN-1', after: { reason } },
  ]);
});
