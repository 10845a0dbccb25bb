import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces';

/** The family of every printed document: the same page on every machine, Chinese and Latin. */
const DOCUMENT_FONT = 'NotoSansSC';

const FILES = { normal: 'NotoSansSC-Regular.ttf', bold: 'NotoSansSC-Bold.ttf' };

/** Beside this file, or in the sources where only the code was compiled. */
const FOLDERS = [join(__dirname, 'fonts'), join(__dirname, '../../../../src/platform/documents/fonts')];

/** Where the font of printed documents lies on the disk. */
export const documentFontFile = (weight: keyof typeof FILES): string => {
  const name = FILES[weight];
  const file = FOLDERS.map((folder) => join(folder, name)).find(existsSync);
  if (!file) throw new Error(`the font ${name} is in none of ${FOLDERS.join(', ')}`);
  return file;
};

/** Hairlines all round, as on a printed form. */
const FORM: CustomTableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => '#333333',
  vLineColor: () => '#333333',
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** Closer, for many rows and columns; the first row is the title above the table and has no line over it. */
const TITLED: CustomTableLayout = {
  ...FORM,
  hLineWidth: (line) => (line === 0 ? 0 : 0.6),
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** Name of the table layout of forms, for `layout`. */
export const FORM_LAYOUT = 'documentForm';
/** Of tables whose first row is their title. */
export const TITLED_LAYOUT = 'titledTable';

/** A document as PDF. Nothing but fonts is read from the disk and nothing at all from the network, whatever the document says. */
export async function renderPdf(document: TDocumentDefinitions): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake'); // heavy: loaded with the first document
  // The library keeps fonts, layouts and policies for the whole process: ours are named apart, the policies are everyone's.
  const [normal, bold] = [documentFontFile('normal'), documentFontFile('bold')];
  pdfmake.addFonts({ [DOCUMENT_FONT]: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.addTableLayouts({ [FORM_LAYOUT]: FORM, [TITLED_LAYOUT]: TITLED });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => /\.(ttf|otf)$/.test(path));
  return pdfmake
    .createPdf({ ...document, defaultStyle: { font: DOCUMENT_FONT, fontSize: 9, ...document.defaultStyle } })
    .getBuffer();
}
