import sharp from 'sharp';
import { groupCode } from '../../../domain/registry/code';
import { documentFontFile } from '../../../platform/documents/pdf';
import { qrPath, qrPng } from '../../../platform/documents/qr-picture';
import { fittingSize, type Label } from './label';

const MODULE_PX = 20;
const STRIP_PX = 90;

/** Characters that mean something to a parser of markup, and those no document may hold. */
const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** For screens and print shops: vectors, 400 units wide, text by the viewer's own fonts. */
export function labelSvg(address: string, { code, caption }: Label): string {
  const { path, size } = qrPath(address);
  const line = (y: number, px: number, text: string): string =>
    `<text x="200" y="${y}" font-family="'Noto Sans SC', 'Noto Sans CJK SC', sans-serif" font-size="${px}" text-anchor="middle">${escaped(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 480" width="400" height="480">`,
    `<rect width="400" height="480" fill="#fff"/>`,
    `<path transform="scale(${400 / size})" shape-rendering="crispEdges" d="${path}"/>`,
    line(425, 34, groupCode(code)),
    line(462, fittingSize(caption, 22, 380), caption),
    `</svg>`,
  ].join('');
}

/** For phones and label printers. */
export async function labelPng(address: string, { code, caption }: Label): Promise<Buffer> {
  const { png, width } = await qrPng(address, MODULE_PX);
  const lines = [groupCode(code), caption.trim()].filter((text) => text !== '');
  const strips = await Promise.all(lines.map((text, i) => strip(text, width, i === 0 ? 60 : 40)));
  const below = strips.map((input, i) => ({ input, left: 0, top: width + i * STRIP_PX }));
  return sharp({ create: { width, height: width + strips.length * STRIP_PX, channels: 3, background: '#fff' } })
    .composite([{ input: png, left: 0, top: 0 }, ...below])
    .png()
    .toBuffer();
}

/** One line of text in the middle of a white strip as wide as the label; a long name is drawn smaller instead of cut. */
async function strip(text: string, across: number, height: number): Promise<Buffer> {
  const drawn = await sharp({
    text: {
      text: escaped(text),
      fontfile: documentFontFile('bold'),
      font: 'Noto Sans SC Bold',
      width: across * 4,
      height,
      rgba: true,
    },
  })
    .png()
    .toBuffer();
  const { data, info } = await sharp(drawn)
    .resize(across - 40, height, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const place = { left: Math.floor((across - info.width) / 2), top: 5 };
  return sharp({ create: { width: across, height: STRIP_PX, channels: 3, background: '#fff' } })
    .composite([{ input: data, ...place }])
    .png()
    .toBuffer();
}
