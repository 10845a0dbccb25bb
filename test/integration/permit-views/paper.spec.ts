import { PERMIT_STATES } from '../../../src/domain/permits/permit';
import { permitDocument } from '../../../src/modules/permit-views/paper/permit-document';
import { PermitPapers } from '../../../src/modules/permit-views/paper/permit-paper.view';
import { chemicalPermit, signatureDrawing, smallPermit } from './paper-samples';
import { NOW, ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());
beforeEach(() => world.clearPermits());

const printing = { address: 'https://weld.example.cn/c/CODE', at: NOW, beside: null };

/** All that is written on the page, without the layout around it. */
async function written(id: string, beside: 'en' | null = null): Promise<string> {
  const paper = await world.run((tx) => world.get(PermitPapers).load(tx, id, NOW, { kind: 'platform' }));
  const texts: string[] = [];
  JSON.stringify(permitDocument(paper!, { ...printing, beside }), (key, value: unknown) => {
    if ((key === 'text' || key === 'qr') && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

describe('permit.pdf', () => {
  it('is a PDF with its own fonts, for whoever sees the permit', async () => {
    const id = await chemicalPermit(world);
    const answer = await world
      .as('M1')
      .get(`/permits/${id}/permit.pdf`)
      .buffer(true)
      .parse((stream, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200)
      .expect('content-type', 'application/pdf');
    const pdf = (answer.body as Buffer).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/NotoSansSC-Regular/);
    expect(pdf.match(/\/FontFile[23]?\b/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('is there for the welder it names and the contractor, not for strangers', async () => {
    const id = await chemicalPermit(world);
    await world.as('V2').get(`/permits/${id}/permit.pdf`).expect(200);
    await world.as('M2').get(`/permits/${id}/permit.pdf`).expect(200);
    for (const stranger of ['M3', 'U9'])
      expect((await world.as(stranger).get(`/permits/${id}/permit.pdf`).expect(404)).body).toMatchObject({
        code: 'permit.not-found',
      });
    await world.as('M1').get('/permits/NONE/permit.pdf').expect(404);
  });
});

describe('what is written on a permit', () => {
  it('the fields of the standard’s form', async () => {
    const text = await written(await chemicalPermit(world));
    for (const words of [
      '动火安全作业票',
      '建安一厂',
      '建安二厂',
      '赵经理',
      '聚合装置 R-201',
      '受限空间',
      '更换循环水管线法兰',
      '焊条电弧焊、气割',
      '一级动火',
      '由二级动火升级：夜间、休息日',
      '2026-11-24 15:30 至 2026-11-24 22:00',
      '孙监护',
      '张三丰（T4110**********1234）',
      '李四（无已核验证书）',
      '盲板图已核对，同意动火',
      '所在基层单位负责人',
      '安全管理部门',
      'https://weld.example.cn/c/CODE',
    ])
      // prettier-ignore
      expect(text).toContain(words);
  });

  it('gas readings with point, limit, verdict and instrument', async () => {
    const text = await written(await chemicalPermit(world));
    for (const words of [
      '乙烯',
      '2 %LEL',
      '0.31 %vol',
      '≤ 0.2 %vol',
      '19.5–21 %vol',
      '上部',
      '不合格',
      'GX-4-0871\n2027-03-01',
    ])
      expect(text).toContain(words);
    expect(text.match(/^不合格$/gm)).toHaveLength(1);
    expect(text.match(/^合格$/gm)).toHaveLength(5);
  });

  it('measures with whoever confirmed each', async () => {
    const text = await written(await chemicalPermit(world));
    expect(text.match(/^孙监护 {2}11-24 15:35$/gm)!.length).toBeGreaterThan(5);
  });

  it('English labels beside the Chinese ones where asked', async () => {
    const id = await chemicalPermit(world);
    expect(await written(id)).not.toContain('Safety measures');
    const text = await written(id, 'en');
    for (const words of ['Hot Work Safety Permit', 'Applicant unit', 'First class', '动火安全作业票'])
      expect(text).toContain(words);
  });

  it('no phone and no clear identity number', async () => {
    const text = (await written(await chemicalPermit(world))) + (await written(await smallPermit(world)));
    expect(text).not.toMatch(/138\*|(?<!\d)1\d{10}(?!\d)|\d{17}[\dX]/);
  });

  it('a drawn signature as it was drawn', async () => {
    const id = await chemicalPermit(world);
    const drawing = await signatureDrawing(world);
    await world.sql(`update permit_signatures set signature_file_id = $2 where permit_id = $1 and step = 0`, [
      id,
      drawing,
    ]);
    const paper = await world.run((tx) => world.get(PermitPapers).load(tx, id, NOW, { kind: 'platform' }));
    expect(paper!.drawings.get(drawing)).toMatch(/^data:image\/jpeg;base64,/);
    await world.as('M1').get(`/permits/${id}/permit.pdf`).expect(200);
  });

  it('who visited the site before signing', async () => {
    const id = await world.permit({
      regime: 'construction',
      level: 'third',
      proposed_level: 'third',
      state: 'submitted',
    });
    await world.sql(
      `insert into permit_site_visits (id, permit_id, user_id, round, lat, lng, at) values ($1, $2, 'S1', 1, 34.12, 113.82, $3)`,
      [`${id}V`, id, new Date(NOW)],
    );
    expect(await written(id)).toMatch(/现场查验\n钱安全\n已到现场查验\n2026-11-24 16:00/);
  });

  it('who still has to sign', async () => {
    const id = await world.permit({ state: 'submitted', submitted_at: new Date(NOW) });
    expect((await written(id)).match(/（待签）/g)).toHaveLength(2);
  });

  it.each([
    ['chemical', 'first', '动火安全作业票'],
    ['construction', 'second', '建设工程动火许可证'],
    ['general', 'ordinary', '动火审批单'],
    ['small', 'one', '小型作业申报'],
  ] as const)('%s is called by its own name', async (regime, level, title) => {
    expect(await written(await world.permit({ regime, level, proposed_level: level }))).toContain(title);
  });
});

describe('a copy follows the state', () => {
  const stamps: Record<string, string | undefined> = {
    draft: '草稿 不得作业',
    returned: '已退回 不得作业',
    submitted: '审批中 不得作业',
    approved: '未签发 不得作业',
    rejected: '未批准 不得作业',
    cancelled: '已取消 不得作业',
    suspended: '已暂停 不得作业',
    fire_watch: '作业已停 留守监护',
    expired: '已过期',
    closed: '已关闭',
  };

  it.each(PERMIT_STATES)('%s', async (state) => {
    const id = await world.permit({ state });
    const paper = await world.run((tx) => world.get(PermitPapers).load(tx, id, NOW, { kind: 'platform' }));
    expect(permitDocument(paper!, printing).watermark).toEqual(
      stamps[state] ? expect.objectContaining({ text: stamps[state] }) : undefined,
    );
  });

  it('a permit past its end is printed as expired, though no timer ran', async () => {
    const id = await world.permit({ state: 'active' });
    const at = NOW + 4 * 3_600_000;
    const paper = await world.run((tx) => world.get(PermitPapers).load(tx, id, at, { kind: 'platform' }));
    expect(permitDocument(paper!, printing).watermark).toMatchObject({ text: '已过期' });
  });
});
