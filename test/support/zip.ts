import { crc32, deflateRawSync } from 'node:zlib';

const u16 = (...values: number[]): Buffer => Buffer.from(new Uint16Array(values).buffer);
const u32 = (...values: number[]): Buffer => Buffer.from(new Uint32Array(values).buffer);
const DEFLATED = 8;

/** A ZIP file of these parts, written by hand: a workbook of a test holds what no library would write. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const head = Buffer.concat([
      u16(20, 0, DEFLATED, 0, 0),
      u32(crc32(plain), packed.length, plain.length),
      u16(name.length, 0),
    ]);
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, name, packed]);
    central.push(Buffer.from('PK\u0001\u0002'), u16(20), head, u16(0, 0, 0, 0, 0), u32(at), name);
    local.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const count = local.length;
  const end = Buffer.concat([
    Buffer.from('PK\u0005\u0006'),
    u16(0, 0, count, count),
    u32(directory.length, at),
    u16(0),
  ]);
  return Buffer.concat([...local, directory, end]);
}

interface SheetXml {
  readonly name: string;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

/** A workbook as a spreadsheet program packs it, with the rows as XML. */
export function workbookOf(sheets: readonly SheetXml[], from1904 = false): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const named = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const links = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`);
  return zipOf({
    'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merged = [] }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${main}><sheetData>${rows}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
  });
}
