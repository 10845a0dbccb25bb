import { House } from '../platform/house';

it('the refresh cookie travels over TLS only where the installation does', async () => {
  const house = await House.open({ publicUrl: 'https://weld.example.cn' });
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  expect(String((await house.logIn('admin').expect(200)).headers['set-cookie'])).toContain('; Secure');
  await house.close();
});
