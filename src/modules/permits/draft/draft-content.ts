import { Injectable } from '@nestjs/common';
import { gasTestAsked } from '../../../domain/permits/gas-asked';
import { isKnownGas } from '../../../domain/permits/gas-test';
import { beyondSmallRefusal } from '../../../domain/permits/beyond-small';
import { completeAnswers, contradictions } from '../../../domain/permits/level-answers';
import { occupierRefusal } from '../../../domain/permits/occupier';
import type { LevelAnswer } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { levelRefusal, proposeLevel } from '../../../domain/permits/propose-level';
import { timeFaults } from '../../../domain/permits/validity';
import type { Industry } from '../../../domain/registry/industry';
import { invalid, oneOrMany, type FieldError, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { maskedPhone, normalPhone } from '../../identity/phone';
import { UsersReader } from '../../identity/users.reader';
import { DraftParties, type Parties } from './draft-parties';
import { NamedSubjectsCheck } from './named-subjects';
import { OccupierPhones } from '../people/occupier-phones.reader';
import { OCCUPIER_PHONE } from '../steps/occupier-codes';
import type { DraftPermitRequest } from './draft.dto';
import { givenAnswers } from './given-answers';
import { PermitLoader } from '../permit-loader';

/** What a draft says, checked: everything but who asks, its number and its state. */
export interface DraftContent extends Parties {
  readonly regime: DraftPermitRequest['regime'];
  readonly level: string;
  readonly levelAnswers: readonly LevelAnswer[];
  readonly placeName: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly openAir: boolean;
  readonly placeKinds: readonly string[];
  readonly content: string;
  readonly method: string;
  readonly gases: readonly string[];
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
  readonly fireWatchId: string | null;
  readonly occupierPhoneSealed: string | null;
  readonly occupierPhoneMasked: string | null;
  readonly urgent: boolean;
  readonly urgentReason: string | null;
}

const USUAL_RADIUS_M = 100;

/** Reads a draft as somebody filled it in; all that is wrong is named at once. */
@Injectable()
export class DraftContents {
  constructor(
    private readonly parties: DraftParties,
    private readonly subjects: NamedSubjectsCheck,
    private readonly users: UsersReader,
    private readonly occupiers: OccupierPhones,
    private readonly loader: PermitLoader,
    private readonly sealer: Sealer,
  ) {}

  async read(tx: Tx, caller: Caller, request: DraftPermitRequest, at: Instant): Promise<Result<DraftContent, Refusal>> {
    const phone = request.occupierPhone === undefined ? null : normalPhone(request.occupierPhone);
    const declaring = { applicantId: caller.userId, welderIds: request.welderIds };
    const [named, known, watcher, another] = await Promise.all([
      this.subjects.check(tx, request.welderIds, request.machineIds ?? []),
      this.parties.look(tx, caller, request),
      request.fireWatchId === undefined ? null : this.users.byId(tx, request.fireWatchId),
      phone === null || this.occupiers.isAnothers(tx, phone, declaring),
    ]);
    if (named.errors.length > 0) return refused(invalid('request.invalid', { errors: named.errors }));
    const parties = this.parties.of(caller, request, known, named.welders);
    if (!parties.ok) return parties;
    const { regionCode } = parties.value;
    const rules = this.loader.rulesAt({ regime: request.regime, level: '', regionCode }, at);
    const trades = [...known.enterprises.values()].map(({ industry }) => industry);
    const judged = judgeLevel(request, trades, rules);
    if (!judged.ok) return judged;
    const atLevel = rules.withLevel(judged.value.level);
    const errors = [
      ...times(request, atLevel, at),
      ...this.otherFaults(request, judged.value.levelAnswers, regionCode, atLevel),
      ...peopleFaults(request, { watcherKnown: watcher !== null, phone, another }, rules),
    ];
    if (errors.length > 0) return refused(oneOrMany(errors));
    return ok({ ...contentOf(request), ...judged.value, ...parties.value, ...this.sealed(phone) });
  }

  private otherFaults(
    request: DraftPermitRequest,
    levelAnswers: readonly LevelAnswer[],
    regionCode: string,
    rules: PermitRules,
  ): FieldError[] {
    const { place, gases = [] } = request;
    const ofRegion = this.loader.rulesAt({ regime: '', level: '', regionCode }, rules.at);
    const kinds = new Set(ofRegion.placeKinds.map(({ code }) => code));
    const least = ofRegion.leastRadiusM;
    return [
      ...(place.kinds ?? []).flatMap((kind, i) =>
        kinds.has(kind) ? [] : [{ path: `place.kinds.${i}`, code: 'permit.place-kind-unknown', params: { kind } }],
      ),
      ...(place.radiusM !== undefined && place.radiusM < least
        ? [{ path: 'place.radiusM', code: 'field.too-small', params: { 0: least } }]
        : []),
      ...(gasTestAsked({ placeKinds: place.kinds ?? [], levelAnswers }, rules) === 'none'
        ? []
        : unknownGases(gases, rules)),
      ...(request.urgent && !request.urgentReason
        ? [{ path: 'urgentReason', code: 'permit.urgent-reason-missing' }]
        : []),
      ...(request.urgent && rules.urgent?.allowed !== true
        ? [{ path: 'urgent', code: 'permit.urgent-not-allowed' }]
        : []),
    ];
  }

  private sealed(phone: string | null): Pick<DraftContent, 'occupierPhoneSealed' | 'occupierPhoneMasked'> {
    return {
      occupierPhoneSealed: phone === null ? null : this.sealer.seal(OCCUPIER_PHONE, phone),
      occupierPhoneMasked: phone === null ? null : maskedPhone(phone),
    };
  }
}

interface LookedUp {
  readonly watcherKnown: boolean;
  readonly phone: string | null;
  /** Whether the phone is another person's than those who declare and weld. */
  readonly another: boolean;
}

/** What is wrong with whoever watches, or confirms as the occupier. */
const peopleFaults = (
  { fireWatchId, occupierPhone }: DraftPermitRequest,
  { watcherKnown, phone, another }: LookedUp,
  { occupierConfirms }: PermitRules,
): FieldError[] => [
  ...(fireWatchId === undefined || watcherKnown ? [] : [{ path: 'fireWatchId', code: 'permit.watcher-unknown' }]),
  ...(occupierPhone !== undefined && phone === null ? [{ path: 'occupierPhone', code: 'field.phone' }] : []),
  ...(another || !occupierConfirms ? [] : (occupierRefusal(another)?.errors ?? [])),
];

const times = ({ plannedStart, plannedEnd }: DraftPermitRequest, rules: PermitRules, at: Instant): FieldError[] =>
  timeFaults({ plannedStart: Date.parse(plannedStart), plannedEnd: Date.parse(plannedEnd) }, rules, at).map(
    ({ field, code, params }) => ({ path: field, code, params }),
  );

const unknownGases = (gases: readonly string[], rules: PermitRules): FieldError[] =>
  gases.flatMap((gas, i) =>
    isKnownGas(gas, rules.gasLimits) ? [] : [{ path: `gases.${i}`, code: 'permit.gas-unknown', params: { gas } }],
  );

/** The level by the answers, those of the place included. Before that: whether the regime fits the work at all. */
function judgeLevel(
  request: DraftPermitRequest,
  trades: readonly Industry[],
  rules: PermitRules,
): Result<Pick<DraftContent, 'level' | 'levelAnswers'>, Refusal> {
  const answers = givenAnswers(request);
  const placeKinds = request.place.kinds ?? [];
  const beyond = beyondSmallRefusal({ regime: request.regime, placeKinds, answers }, trades, rules);
  if (beyond) return refused(beyond);
  const against = contradictions({ levelAnswers: answers, placeKinds }, rules);
  if (against.length > 0) return refused(oneOrMany(against));
  const levelAnswers = completeAnswers({ levelAnswers: answers, placeKinds }, rules);
  const proposed = proposeLevel(request.level ?? null, levelAnswers, rules);
  return 'fault' in proposed ? refused(levelRefusal(proposed)) : ok({ level: proposed.level, levelAnswers });
}

const contentOf = (request: DraftPermitRequest) => ({
  regime: request.regime,
  placeName: request.place.name.trim(),
  lat: request.place.lat,
  lng: request.place.lng,
  radiusM: request.place.radiusM ?? USUAL_RADIUS_M,
  openAir: request.place.openAir ?? false,
  placeKinds: request.place.kinds ?? [],
  content: request.content.trim(),
  method: request.method.trim(),
  gases: request.gases ?? [],
  plannedStart: Date.parse(request.plannedStart),
  plannedEnd: Date.parse(request.plannedEnd),
  welderIds: request.welderIds,
  machineIds: request.machineIds ?? [],
  fireWatchId: request.fireWatchId ?? null,
  urgent: request.urgent ?? false,
  urgentReason: request.urgentReason?.trim() ?? null,
});
