/** `ZP-000123`, as printed on a form. */
const WRITTEN = /^(?:ZP[-\s]*)?0*(\d{1,9})$/i;

export const paperNumber = (serial: number): string => `ZP-${String(serial).padStart(6, '0')}`;

/** What was typed or scanned, also the address in the form's QR code. Null: no such number can have been printed. */
export function readPaperNumber(typed: string): number | null {
  const number = typed.trim().replace(/^.*[?&]number=/, '');
  const digits = WRITTEN.exec(number)?.[1];
  const serial = digits === undefined ? 0 : Number(digits);
  return serial > 0 && serial < 2 ** 31 ? serial : null;
}
