import { House } from '../platform/house';

it('over TLS the cookies travel over TLS only, under names that browsers take over TLS alone; those of earlier releases are read', async () => {
  const house = await House.open({ publicUrl: 'https://weld.example.cn' });
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  const given = async (cookie: string, path: string): Promise<string[]> =>
    (await house.http.post(`/api/v1/auth/${path}`).set('cookie', cookie)).headers['set-cookie'] as unknown as string[];
  const cookies = (await house.logIn('admin').expect(200)).headers['set-cookie'] as unknown as string[];
  expect(cookies.map((one) => [one.split('=')[0], one.includes('; Secure')]).sort()).toEqual([
    ['__Secure-hanan_device', true],
    ['__Secure-hanan_refresh', true],
  ]);
  const own = cookies.find((one) => one.includes('hanan_refresh'))?.split(';')[0] ?? '';
  const [renewed = ''] = await given(own.replace('__Secure-', ''), 'refresh');
  expect(renewed).toMatch(/^__Secure-hanan_refresh=.+; Secure/);
  const cleared = await given(renewed.split(';')[0] ?? '', 'logout');
  expect(cleared.map((one) => one.split(';')[0]).sort()).toEqual(['__Secure-hanan_refresh=', 'hanan_refresh=']);
  await house.close();
});
