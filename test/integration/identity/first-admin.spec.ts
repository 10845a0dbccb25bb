import { MakeFirstAdmin } from '../../../src/modules/identity/first-admin';
import { House } from '../platform/house';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house?.close());

const make = (given: string | null): Promise<string | null> => house.get(MakeFirstAdmin).execute(given);

it('an empty database gets an administrator, whose password is told once', async () => {
  const password = await make(null);
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  await house.logIn('admin', password ?? '').expect(200);
  expect(await make(null)).toBeNull();
  expect(await make('Another-Password')).toBeNull();
  await house.logIn('admin', password ?? '').expect(200);
});

it('a password that was given is used and not repeated', async () => {
  expect(await make('Given-Password-1')).toBeNull();
  await house.logIn('admin', 'Given-Password-1').expect(200);
});

it('two processes that start at once make one', async () => {
  const passwords = await Promise.all([make(null), make(null), make(null)]);
  const told = passwords.filter((password) => password !== null);
  expect(told).toHaveLength(1);
  await house.logIn('admin', told[0]).expect(200);
});
