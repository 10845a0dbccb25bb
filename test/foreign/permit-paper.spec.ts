import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, type Site } from '../support/site';

/** The printed permit, read by programs that know nothing of this project: poppler-utils and zbar-tools. */
describe('the permit on paper', () => {
  let app: TestApp;
  let site: Site;
  const folder = mkdtempSync(join(tmpdir(), 'hanan-paper-'));

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
  }, 120_000);
  afterAll(() => app.close());

  async function printed(id: string, query = ''): Promise<string> {
    const answer = await site.manager
      .get(`/permits/${id}/permit.pdf${query}`)
      .buffer(true)
      .parse((stream, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const file = join(folder, `${id}${query.length}.pdf`);
    writeFileSync(file, answer.body as Buffer);
    return file;
  }
  const textOf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-']).toString();

  it('pdftotext reads its fields, and that a draft allows no work', async () => {
    const permit = await draftPermit(site);
    const text = textOf(await printed(String(permit['id'])));
    for (const words of ['动火审批单', String(permit['number']), '焊接支架', '焊条电弧焊', '测试车间', '安全措施'])
      expect(text).toContain(words);
    // across the page, one sign above the other
    for (const sign of '草稿不得作业') expect(text).toContain(sign);
    expect(textOf(await printed(String(permit['id']), '?lang=en'))).toContain('Hot Work Approval');
  });

  it('at work: signatures, ticks, and no stamp', async () => {
    const permit = await draftPermit(site);
    await activate(site, String(permit['id']));
    const text = textOf(await printed(String(permit['id'])));
    for (const words of ['作业中', '安全管理人员', '单位负责人', '同意', '签发', '监护人到岗'])
      expect(text).toContain(words);
    expect(text).not.toContain('不得作业');
  });

  it('embeds its fonts, so that any reader shows the same', async () => {
    const permit = await draftPermit(site);
    const fonts = execFileSync('pdffonts', [await printed(String(permit['id']))])
      .toString()
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const line of fonts) expect(line).toMatch(/NotoSansSC.* yes +yes +yes /);
  });

  it('zbarimg reads its QR picture at 150 dpi, exactly the public address of the code', async () => {
    const permit = await draftPermit(site);
    const file = await printed(String(permit['id']));
    const picture = join(folder, 'page');
    execFileSync('pdftoppm', ['-r', '150', '-png', '-f', '1', '-l', '1', '-singlefile', file, picture]);
    const read = execFileSync('zbarimg', ['--raw', '-q', `${picture}.png`])
      .toString()
      .trim();
    expect(read).toBe(`${app.config.publicUrl}/c/${String(permit['code'])}`);
  });
});
