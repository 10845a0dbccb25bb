/** One sticker: a code, and what the machine is called. */
export interface Label {
  readonly code: string;
  readonly caption: string;
}

/** The fonts a sheet is printed with know Latin letters only; a name without any is left off rather than printed as boxes. */
export const printable = (caption: string): string =>
  caption
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
