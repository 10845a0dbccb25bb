import { useI18n } from 'vue-i18n';
import type { Permit } from '@/api/permits';
import type { Tone } from '@/ui/tone';
import { useTimes } from '@/ui/use-times';

const COUNTERSIGNED = ['issued', 'active', 'suspended', 'fire_watch', 'closed', 'expired'];
/** The last hours, in which somebody who goes home would forget it. */
const SOON_MS = 4 * 3_600_000;

/** The full signatures that an urgent permit still owes; it owes none once it is called off. */
export const signaturesOwed = ({ countersignUntil, state, awaited }: Permit): Permit['awaited'] =>
  countersignUntil !== null && COUNTERSIGNED.includes(state) ? awaited : [];

/** Work began on one leader's word: who still has to sign, until when, and that it is too late. */
export function useOwedSignatures() {
  const { t } = useI18n();
  const { duration, dateTime } = useTimes();

  function owed(permit: Permit, now: number): { tone: Tone; text: string; short: string } | null {
    const places = signaturesOwed(permit);
    if (places.length === 0 || permit.countersignUntil === null) return null;
    const left = Date.parse(permit.countersignUntil) - now;
    const words = {
      who: places.map(({ title }) => title).join(t('state.separator')),
      time: dateTime(permit.countersignUntil),
      d: duration(Math.abs(left)),
    };
    if (left <= 0)
      return { tone: 'red', text: t('permits.owed.over', words), short: t('permits.owed.overShort', words) };
    const tone = left <= SOON_MS ? 'red' : 'amber';
    return { tone, text: t('permits.owed.left', words), short: t('permits.owed.leftShort', words) };
  }
  return { owed };
}
