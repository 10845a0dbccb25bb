import { useI18n } from 'vue-i18n';
import { FINDING_WORDS } from '@domain/authorization/words';
import type { Replay } from '@/api/evidence';
import { currentLanguage } from '@/i18n/i18n';

export interface FactLine {
  readonly name: string;
  readonly value: string;
}

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Moments are kept as milliseconds; names of moments end so. */
const MOMENT = /(At|From|To|Until|Since|Start|End|^from|^to|^until)$/;
const EIGHT_HOURS = 8 * 3_600_000;

/** Where the values of a part have words on other pages, these; by group where the part means several things. */
const VOCABULARY: Readonly<Record<string, string>> = {
  process: 'process',
  control: 'control',
  regime: 'regime',
  placeNowAsks: 'regime',
  roles: 'role',
  operations: 'operation',
  'machine.status': 'machine.state',
  'welder.status': 'welder.state',
  'certificates.status': 'certificate.state',
  'certificates.kind': 'certificate.kind',
  'permits.state': 'permit.state',
  purpose: 'replay.purpose',
};
/** Lists of a code and whether it holds: the code's words name the line. */
const TOLD_BY_CODE = { measures: 'confirmed', levelAnswers: 'yes' } as const;

/** Facts as a decision kept them: by group, one line a value, in words where there are words. */
export function useFactLines(codes: () => Replay['codes']) {
  const { t, te } = useI18n();
  const known = (key: string): string | undefined => (/^[\w.-]+$/.test(key) && te(key) ? t(key) : undefined);

  function wordOf(group: string, part: string, value: string, owner: Branch): string {
    if (part === 'placeKinds') return codes().placeKinds[value] ?? value;
    if (part === 'code') return (FINDING_WORDS[currentLanguage()].finding as Readonly<Record<string, string>>)[value] ?? value; // prettier-ignore
    if (part === 'level' || part === 'proposedLevel')
      return known(`level.${String(owner['regime'])}.${value}`) ?? value;
    const vocabulary = VOCABULARY[`${group}.${part}`] ?? VOCABULARY[part];
    return (vocabulary && known(`${vocabulary}.${value}`)) ?? known(`replay.factValue.${value}`) ?? value;
  }

  function written(group: string, part: string, value: unknown, owner: Branch): string {
    if (value === null || value === undefined) return '—';
    if (typeof value === 'boolean') return t(value ? 'replay.yes' : 'replay.no');
    if (typeof value === 'number' && MOMENT.test(part) && value > 1e11)
      return new Date(value + EIGHT_HOURS).toISOString().slice(0, 19).replace('T', ' ');
    return wordOf(group, part, String(value), owner);
  }

  const partName = (part: string): string => known(`replay.fact.${part}`) ?? codes().placeKinds[part] ?? part;
  const joined = (name: string, part: string): string => (name === '' ? partName(part) : `${name} · ${partName(part)}`);

  function toldByCode(part: keyof typeof TOLD_BY_CODE, items: readonly unknown[], name: string): FactLine[] {
    const words = part === 'measures' ? codes().measures : codes().questions;
    return items.filter(isBranch).map((one) => ({
      name: `${name} · ${words[String(one['code'])] ?? String(one['code'])}`,
      value: written('', '', one[TOLD_BY_CODE[part]], one),
    }));
  }

  function listed(group: string, part: string, items: readonly unknown[], name: string, owner: Branch): FactLine[] {
    if (items.length === 0) return [{ name, value: '—' }];
    if (part in TOLD_BY_CODE) return toldByCode(part as keyof typeof TOLD_BY_CODE, items, name);
    if (!items.some(isBranch)) return [{ name, value: items.map((one) => written(group, part, one, owner)).join(t('state.separator')) }]; // prettier-ignore
    return items.flatMap((one, i) => linesOf(group, part, one, `${name} ${i + 1}`.trim(), owner));
  }

  function linesOf(group: string, part: string, value: unknown, name: string, owner: Branch): FactLine[] {
    if (Array.isArray(value)) return listed(group, part, value, name, owner);
    if (isBranch(value)) return Object.entries(value).flatMap(([key, one]) => linesOf(group, key, one, joined(name, key), value)); // prettier-ignore
    return [{ name, value: written(group, part, value, owner) }];
  }

  const titleOf = (group: string): string => known(`replay.group.${group}`) ?? group;
  return { titleOf, linesOf: (group: string, value: unknown) => linesOf(group, '', value, '', {}) };
}
