import { startApp, type TestApp } from '../support/app';

/** What programs ask of the pages that are built: link previews by `HEAD`, downloads that go on by `Range`. */
describe('the files of the web app', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  afterAll(() => app.close());

  it('tell by HEAD what GET would answer', async () => {
    for (const path of ['/', '/c/ABCDEFGHJK', '/console']) {
      const [page, head] = [await app.request.get(path), await app.request.head(path)];
      expect([path, page.status, head.status]).toEqual([path, 200, 200]);
      expect(head.headers['content-type']).toBe(page.headers['content-type']);
      expect(head.text ?? '').toBe('');
    }
    expect((await app.request.head('/api/v1/nothing')).status).toBe(404);
  });

  it('refuse a range beyond their end, and break nothing by it', async () => {
    const { status, body } = await app.request.get('/').set('range', 'bytes=99999999-');
    expect([status, (body as { code: string }).code]).toEqual([416, 'request.range']);
    expect((await app.request.get('/').set('range', 'bytes=0-9')).status).toBe(206);
  });
});
