import { beyondSmallRefusal } from '../../../domain/permits/beyond-small';
import { isKnownGas } from '../../../domain/permits/gas-test';
import { completeAnswers, contradictions, unknownQuestions } from '../../../domain/permits/level-answers';
import { occupierRefusal } from '../../../domain/permits/occupier';
import type { LevelAnswer } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { levelRefusal, proposeLevel } from '../../../domain/permits/propose-level';
import { timeFaults } from '../../../domain/permits/validity';
import { placeFaults } from '../../../domain/places/place-faults';
import type { Industry } from '../../../domain/registry/industry';
import { oneOrMany, type FieldError, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { AskedWork } from './asked/asked-work';
import type { DraftPermitRequest } from './draft.dto';
import { givenAnswers } from './asked/given-answers';

export interface JudgedLevel {
  readonly level: string;
  readonly levelAnswers: readonly LevelAnswer[];
}

/** The level by the answers, those of the place included. Before that: whether the regime fits the work at all. */
export function judgeLevel(
  request: AskedWork,
  trades: readonly Industry[],
  rules: PermitRules,
): Result<JudgedLevel, Refusal> {
  const answers = givenAnswers(request);
  const placeKinds = request.place.kinds ?? [];
  const beyond = beyondSmallRefusal({ regime: request.regime, placeKinds, answers }, trades, rules);
  if (beyond) return refused(beyond);
  const against = [
    ...unknownQuestions(answers, rules),
    ...contradictions({ levelAnswers: answers, placeKinds }, rules),
  ];
  if (against.length > 0) return refused(oneOrMany(against));
  const levelAnswers = completeAnswers({ levelAnswers: answers, placeKinds }, rules);
  const proposed = proposeLevel(request.level ?? null, levelAnswers, placeKinds, rules);
  return 'fault' in proposed
    ? refused(levelRefusal(proposed, request.regime))
    : ok({ level: proposed.level, levelAnswers });
}

interface LookedUp {
  readonly watcherKnown: boolean;
  readonly phone: string | null;
  /** Whether the phone is another person's than those who declare and weld. */
  readonly another: boolean;
}

/** What is wrong with the named watcher or occupier. */
export const peopleFaults = (
  { fireWatchId, watcher, occupierPhone }: DraftPermitRequest,
  { watcherKnown, phone, another }: LookedUp,
  { occupierConfirms, fireWatch }: Pick<PermitRules, 'occupierConfirms' | 'fireWatch'>,
): FieldError[] => [
  ...([fireWatchId, watcher?.userId, watcher?.occupier].filter((one) => one !== undefined).length > 1
    ? [{ path: 'watcher', code: 'permit.watcher-named-twice' }]
    : []),
  ...(watcher?.occupier && fireWatch === 'required'
    ? [{ path: 'watcher.occupier', code: 'permit.occupier-may-not-watch' }]
    : []),
  ...(watcherKnown ? [] : [{ path: 'fireWatchId', code: 'permit.watcher-unknown' }]),
  ...(occupierPhone !== undefined && phone === null ? [{ path: 'occupierPhone', code: 'field.phone' }] : []),
  ...(another || !occupierConfirms ? [] : (occupierRefusal(another)?.errors ?? [])),
];

export const timeErrors = (
  { minutes, plannedEnd }: DraftPermitRequest,
  time: AskedWork,
  rules: PermitRules,
  at: Instant,
): FieldError[] => [
  ...(minutes !== undefined && plannedEnd !== undefined ? [{ path: 'minutes', code: 'permit.end-and-length' }] : []),
  ...timeFaults(time, rules, at).map(({ field, code, params }) => ({ path: field, code, params })),
];

export const placeErrors = (
  { place }: AskedWork,
  known: Parameters<typeof placeFaults>[1],
  rules: PermitRules,
): FieldError[] =>
  placeFaults(place, known, rules.place).map(({ field, code, params }) => ({ path: `place.${field}`, code, params }));

export const unknownGases = (gases: readonly string[], rules: PermitRules): FieldError[] =>
  gases.flatMap((gas, i) =>
    isKnownGas(gas, rules.gasLimits) ? [] : [{ path: `gases.${i}`, code: 'permit.gas-unknown', params: { gas } }],
  );
