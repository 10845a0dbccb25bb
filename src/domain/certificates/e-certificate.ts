import { readDigits } from '../../kernel/typed-text';
import { readAddress } from '../../kernel/web-address';
import { identityChecksum } from '../registry/numbers/identity-number';

/**
 * What the QR code of an e-certificate (电子证) says. Issuers publish no format, so three forms are told apart: a number, an
 * address of a public lookup without one, and everything else. Whoever draws a code writes what they like: a claim, no proof.
 */
export type ScannedCard =
  | { readonly kind: 'number'; readonly number: string; readonly name: string | null }
  | { readonly kind: 'address'; readonly host: string }
  | { readonly kind: 'unknown' };

const UNKNOWN: ScannedCard = { kind: 'unknown' };
/** Of 特种作业操作证: `T` and the holder's identity number, not in the middle of a longer one. */
const NUMBER = /(?<![A-Z0-9])T\d{17}[\dX](?![A-Z0-9])/g;
const NAME = /姓\s*名\s*[:：]?\s*([\p{Script=Han}·]{2,20})/u;

/** `hosts` are those of the public lookups (rule `certificate.lookup`); any other address is not recognised, whatever it carries. */
export function readECertificate(text: string, hosts: readonly string[]): ScannedCard {
  if (!LIKE_ADDRESS.test(text)) return numbered(text) ?? UNKNOWN;
  const address = readAddress(text.trim());
  if (address === null || !leadsTo(address, hosts)) return UNKNOWN;
  return numbered(decoded(address)) ?? { kind: 'address', host: address.hostname };
}

export type ScanMatch = 'same' | 'other-number' | 'other-name';

/** Whether the scanned card is the one on record. */
export function matchScan(
  scanned: { readonly number: string; readonly name: string | null },
  card: { readonly number: string; readonly holder: string },
): ScanMatch {
  if (scanned.number !== card.number) return 'other-number';
  return scanned.name === null || scanned.name === card.holder ? 'same' : 'other-name';
}

/** A text that begins like an address is one: words around a link do not make it another. */
const LIKE_ADDRESS = /^\s*[a-z][a-z0-9+.-]*:\/\//i;

/** The part before the host (user name) does not belong to the lookup. It is used to deceive people. */
const leadsTo = ({ protocol, username, password, hostname }: URL, hosts: readonly string[]): boolean =>
  /^https?:$/.test(protocol) && username + password === '' && hosts.includes(hostname);

/** With several numbers the holder of the card is not certain. */
function numbered(text: string): ScannedCard | null {
  const [number, ...more] = numbersIn(text);
  if (number === undefined) return null;
  return more.length > 0 ? UNKNOWN : { kind: 'number', number, name: NAME.exec(text)?.[1] ?? null };
}

const numbersIn = (text: string): string[] => [
  ...new Set((text.toUpperCase().match(NUMBER) ?? []).map(readDigits).filter(checkSignRight)),
];

const checkSignRight = (number: string): boolean => identityChecksum(number.slice(1, 18)) === number.charAt(18);

function decoded({ pathname, search, hash }: URL): string {
  try {
    return decodeURIComponent(`${pathname} ${search} ${hash}`);
  } catch {
    return '';
  }
}
