import { familyNameOnly } from '../../../domain/registry/family-name';

/** `王建国` → `王师傅`: how one speaks to a welder whom one does not know. */
export function maskedWelder(name: string, english: boolean): string {
  const family = familyNameOnly(name).replaceAll('*', '');
  return english ? `Welder ${family}` : `${family}师傅`;
}
