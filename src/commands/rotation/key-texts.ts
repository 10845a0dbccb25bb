import { randomBytes } from 'node:crypto';
import { ACCESS_TOKEN_LIFE } from '../../platform/auth/access-tokens';
import type { SecretTexts } from '../../platform/config/kept-secrets';
import { newUnlockKey } from '../../platform/config/unlock-key';
import { isoTime, MINUTE, type Instant } from '../../kernel/time';

/** Clocks of machines differ a little. */
const SLACK = MINUTE;

type VersionedName = 'MASTER_KEY' | 'TIP_KEY' | 'SEARCH_KEY' | 'SIGNING_KEY';

const parts = (text: string): string[] =>
  text.split(',').map((part) => (/^\+?\d+:/.test(part.trim()) ? part.trim() : `1:${part.trim()}`));
const versionOf = (part: string): number => Number(/^\+?(\d+):/.exec(part)?.[1]);

export const versionsIn = (text: string): number[] => parts(text).map(versionOf);
export const newestVersion = (text: string): number => Math.max(...versionsIn(text));
/** A key lies ready that does not seal yet. */
export const isOffered = (text: string): boolean => parts(text).some((part) => part.startsWith('+'));

/** A new key that everybody may learn and nobody uses. */
export function offerKey(texts: SecretTexts, name: VersionedName): SecretTexts {
  const text = texts[name] ?? '';
  const plus = name === 'SEARCH_KEY' ? '' : '+'; // when search keys are used, the database says
  const key = `${plus}${newestVersion(text) + 1}:${randomBytes(32).toString('base64')}`;
  return { [name]: [...parts(text), key].join(',') };
}

/** The key that was offered seals from now on. */
export const useKey = (texts: SecretTexts, name: VersionedName): SecretTexts => ({
  [name]: parts(texts[name] ?? '')
    .map((part) => part.replace(/^\+/, ''))
    .join(','),
});

/** Only the newest; with what was taken away. */
export function dropOldKeys(texts: SecretTexts, name: VersionedName): { kept: SecretTexts; dropped: string[] } {
  const all = parts(texts[name] ?? '');
  const newest = newestVersion(texts[name] ?? '');
  const [kept, dropped] = [true, false].map((keep) => all.filter((part) => (versionOf(part) === newest) === keep));
  return { kept: { [name]: (kept ?? []).join(',') }, dropped: dropped ?? [] };
}

/** The first signing key stands nowhere: it is derived from SEARCH_KEY. */
export const newestSigning = ({ SIGNING_KEY: text }: SecretTexts): number => (text ? newestVersion(text) : 1);

/** Everybody learns it before it signs, or a process would meet a block whose key it lacks. */
export const offerSigning = (texts: SecretTexts): SecretTexts => ({
  SIGNING_KEY: [
    ...(texts.SIGNING_KEY ? parts(texts.SIGNING_KEY) : []),
    `+${newestSigning(texts) + 1}:${randomBytes(32).toString('base64')}`,
  ].join(','),
});

export type JwtState = 'single' | 'offered' | 'changed';

/** `changed`: tokens of the secret before are taken still. */
export function jwtState({ JWT_SECRET_B: other }: SecretTexts, at: Instant): JwtState {
  if (other === undefined) return 'single';
  if (other.startsWith('+')) return 'offered';
  return Date.parse(other.split(' ')[0] ?? '') > at ? 'changed' : 'single';
}

export const offerJwt = (): SecretTexts => ({ JWT_SECRET_B: `+${randomBytes(32).toString('base64url')}` });

/** The one that was offered signs; tokens of the other live a quarter of an hour. */
export const useJwt = (
  { JWT_SECRET: old = '', JWT_SECRET_B: offered = '' }: SecretTexts,
  at: Instant,
): SecretTexts => ({
  JWT_SECRET: offered.slice(1),
  JWT_SECRET_B: `${isoTime(at + ACCESS_TOKEN_LIFE + SLACK)} ${old}`,
});

/** The second key, which chips hold already, signs; a new one is there for the next time. */
export const changeUnlock = ({ UNLOCK_SIGNING_KEY_B: next = '' }: SecretTexts): SecretTexts => ({
  UNLOCK_SIGNING_KEY: next,
  UNLOCK_SIGNING_KEY_B: newUnlockKey(),
});
