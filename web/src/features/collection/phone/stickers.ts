import { looksLikeCode, parseCode } from '@domain/registry/code';

/** Whose sticker it is, where it is none of ours. */
export const WHOSE = ['province', 'vendor', 'other'] as const;
export type Whose = (typeof WHOSE)[number];

/** Not a code of ours, and not one that somebody mistyped. */
export const isOfAnotherSystem = (text: string): boolean => parseCode(text) === null && !looksLikeCode(text);

/** What was scanned or typed of the machine's stickers, as the platform takes it. */
export function stickerOf(
  text: string,
  whose: Whose,
): { blankCode?: string; externalCode?: string; externalSystem?: string } {
  const scanned = text.trim();
  if (scanned === '') return {};
  return isOfAnotherSystem(scanned) ? { externalCode: scanned, externalSystem: whose } : { blankCode: scanned };
}
