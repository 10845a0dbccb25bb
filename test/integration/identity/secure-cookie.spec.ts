import { House } from '../platform/house';

it('the refresh cookie travels over TLS only where the installation does', async () => {
  const house = await House.open({ publicUrl: 'https://weld.example.cn' });
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  const { headers } = await house.logIn('admin').expect(200);
  expect(String(headers['set-cookie'])).toContain('; Secure');
  expect(String(headers['strict-transport-security'])).toBe('max-age=31536000; includeSubDomains');
  const cookies = (headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0] ?? '');
  expect(cookies.map((one) => one.split('=')[0])).toEqual(
    expect.arrayContaining(['__Secure-hanan_refresh', '__Secure-hanan_device']),
  );
  const refresh = (cookie: string) => house.http.post('/api/v1/auth/refresh').set('cookie', cookie);
  const own = cookies.find((one) => one.includes('hanan_refresh')) ?? '';
  const renewed = await refresh(own.replace('__Secure-', '')).expect(200); // as an earlier release named it
  const next = (renewed.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
  expect(next).toMatch(/^__Secure-hanan_refresh=/);
  const out = await house.http.post('/api/v1/auth/logout').set('cookie', next);
  const cleared = String(out.headers['set-cookie']);
  expect([out.status < 300, cleared.includes('__Secure-hanan_refresh=;'), cleared.includes(',hanan_refresh=;')]).toEqual([true, true, true]); // prettier-ignore
  await house.close();
});
