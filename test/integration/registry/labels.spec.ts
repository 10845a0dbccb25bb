import jsqr from 'jsqr';
import sharp from 'sharp';
import { isCode } from '../../../src/domain/registry/code';
import { PrintBlankCodes } from '../../../src/modules/registry/codes/print-blank-codes';
import { fitCaption, fittingSize } from '../../../src/modules/registry/labels/label';
import { PrintMachineLabels } from '../../../src/modules/registry/labels/print-machine-labels';
import type { MachineView } from '../../../src/modules/registry/machines/machine-view.dto';
import { RegisterMachine } from '../../../src/modules/registry/machines/register-machine';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { admin, Desk, manager, must, PUBLIC_URL, refusal } from './desk';

let desk: Desk;
let print: PrintMachineLabels;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  print = desk.get(PrintMachineLabels);
  await desk.enterprise('E1', '411003101');
});
afterAll(() => desk?.close());

const machine = async (model: string, serialNumber?: string): Promise<MachineView> =>
  must(
    await desk
      .get(RegisterMachine)
      .execute(desk.asked(admin), { model, serialNumber, process: 'MMA', enterpriseId: 'E1', regionCode: '411003101' }),
  );

/** What a scanner reads from a picture. */
async function scanned(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** Dark pixels under the QR picture and the line of the code. */
async function inkBelow(png: Buffer): Promise<number> {
  const { width, height } = await sharp(png).metadata();
  const below = { left: 0, top: width + 90, width: width, height: height - width - 90 };
  return (await sharp(png).extract(below).greyscale().raw().toBuffer()).filter((level) => level < 128).length;
}

const pages = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;

describe('the label of a machine', () => {
  it('as a picture is read as exactly its address, and is 600 pixels wide at least', async () => {
    const { id, code } = await machine('ZX7-400', 'A"<&1');
    const png = must(await print.png(desk.asked(admin), id));
    expect((await sharp(png).metadata()).width).toBeGreaterThanOrEqual(600);
    expect(await scanned(png)).toBe(`${PUBLIC_URL}/c/${code}`);
  });

  it('as vectors is read as the same, with code and nameplate below', async () => {
    const { id, code } = await machine('逆变焊机 <ZX7>', '№1&2');
    const svg = must(await print.svg(desk.asked(admin), id));
    expect(svg).toContain(`>${code.slice(0, 5)}-${code.slice(5)}</text>`);
    expect(svg).toContain('>逆变焊机 &#60;ZX7&#62;  №1&#38;2</text>');
    expect(await scanned(await sharp(Buffer.from(svg), { density: 144 }).png().toBuffer())).toBe(
      `${PUBLIC_URL}/c/${code}`,
    );
  });

  it('F4 shows Chinese below the code', async () => {
    const [chinese, blank] = [await machine('氩弧焊机', '许焊0012号'), await machine('·')];
    const png = must(await print.png(desk.asked(admin), chinese.id));
    expect(await scanned(png)).toBe(`${PUBLIC_URL}/c/${chinese.code}`);
    expect(await inkBelow(png)).toBeGreaterThan(
      2 * (await inkBelow(must(await print.png(desk.asked(admin), blank.id)))),
    );
  });

  it('is for those who see the machine', async () => {
    const { id } = await machine('ZX7-401');
    expect(await refusal(print.svg(desk.asked(manager('E2')), id))).toBe('not-found machine.not-found');
    expect(await refusal(print.png(desk.asked(manager('E2')), id))).toBe('not-found machine.not-found');
    expect(await refusal(print.sheet(desk.asked(manager('E2')), [id]))).toBe('invalid machine.unknown');
  });

  it.each([
    ['ZX7-400  A1', 7, ['ZX7-400  A1']],
    ['逆变式直流弧焊机（气体保护两用）', 7, ['逆变式直流弧焊机（气体保护两用）']],
    [
      '逆变式直流弧焊机（气体保护两用）  SN-2024-00012-许昌',
      6,
      ['逆变式直流弧焊机（气体保护两用）  SN-2024-00012-', '许昌'],
    ],
  ])('F4 prints the whole of %s on a sheet', (caption, size, lines) =>
    expect(fitCaption(caption, 160)).toEqual({ size, lines }),
  );

  it('F4 leaves nothing out of the longest name and number, and cuts what is longer with an ellipsis', () => {
    const longest = `${'焊'.repeat(60)}  ${'W'.repeat(50)}`;
    const { size, lines } = fitCaption(longest, 160);
    expect([size, lines.join('').replace(/ /g, '')]).toEqual([5, longest.replace(/ /g, '')]);
    expect(fitCaption('焊'.repeat(200), 160).lines.join('')).toBe(`${'焊'.repeat(95)}…`);
    expect(fittingSize('焊'.repeat(60), 22, 380)).toBe(6);
  });
});

describe('sheets', () => {
  it('hold fifteen labels a page', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 16; i += 1) ids.push((await machine(`SHEET-${i}`)).id);
    const one = must(await print.sheet(desk.asked(admin), ids.slice(0, 15)));
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages(one)).toBe(1);
    expect(pages(must(await print.sheet(desk.asked(admin), ids)))).toBe(2);
    expect(await refusal(print.sheet(desk.asked(admin), [...ids, 'NONE']))).toBe('invalid machine.unknown');
  });

  it('of blank codes make the codes they show', async () => {
    const pdf = must(await desk.get(PrintBlankCodes).execute(desk.asked(admin), 31));
    expect(pages(pdf)).toBe(3);
    const codes = await desk.query<{ code: string }>(`select code from codes where kind = 'blank'`);
    expect(codes).toHaveLength(31);
    expect(codes.every(({ code }) => isCode(code))).toBe(true);
    const [entry] = await desk.query<{ after: { codes: string[] } }>(
      `select after from audit_entries where action = 'codes.printed'`,
    );
    expect(entry?.after.codes.sort()).toEqual(codes.map(({ code }) => code).sort());
  });
});
