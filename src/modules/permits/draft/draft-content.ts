import { Injectable } from '@nestjs/common';
import { AUTHORITY, hasRole } from '../../../domain/people/roles';
import { gasTestAsked } from '../../../domain/permits/gas-asked';
import type { LevelAnswer, PlaceSource } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { placeRefusal, type PlaceRule } from '../../../domain/permits/place-rule';
import { maskPhone, normalPhone } from '../../../kernel/phone';
import { invalid, oneOrMany, type FieldError, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { UsersReader } from '../../identity/users.reader';
import { RegionsReader } from '../../regions/regions.reader';
import { blamedAsWritten } from './asked/as-written';
import { askedWork, watcherAsked, type AskedWork } from './asked/asked-work';
import { judgeLevel, peopleFaults, placeErrors, timeErrors, unknownGases } from './draft-faults';
import { DraftPlaces, radiusOf } from './draft-places';
import { formFaults, formOf, type DraftedForm } from './asked/drafted-form';
import { DraftParties, type Parties } from './draft-parties';
import { NamedSubjectsCheck } from './named-subjects';
import { PlaceRules, workOfPermit } from '../../sites/place-rules';
import { OccupierPhones } from '../people/occupier-phones.reader';
import { OCCUPIER_PHONE } from '../occupier/occupier-codes';
import type { DraftPermitRequest } from './draft.dto';
import { PermitLoader } from '../permit-loader';

/** What a draft says, checked: everything but who asks, its number and its state. */
export interface DraftContent extends Parties, DraftedForm {
  readonly regime: DraftPermitRequest['regime'];
  readonly level: string;
  readonly levelAnswers: readonly LevelAnswer[];
  readonly placeName: string;
  readonly lat: number;
  readonly lng: number;
  readonly placeSource: PlaceSource;
  readonly radiusM: number;
  readonly radiusReason: string | null;
  readonly openAir: boolean;
  readonly placeKinds: readonly string[];
  /** The site that was named. */
  readonly siteId: string | null;
  /** What the sites at the place brought along. */
  readonly siteIds: readonly string[];
  readonly siteKinds: readonly string[];
  readonly siteHours: PlaceRule['hours'];
  readonly content: string;
  readonly method: string;
  readonly gases: readonly string[];
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly startsNow: boolean;
  readonly lastsMinutes: number | null;
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
  readonly fireWatchId: string | null;
  readonly occupierPhoneSealed: string | null;
  readonly occupierPhoneMasked: string | null;
  /** Finds what else this phone has confirmed. */
  readonly occupierPhoneHash: string | null;
  readonly urgent: boolean;
  readonly urgentReason: string | null;
}

type OccupierPhoneKept = Pick<DraftContent, 'occupierPhoneSealed' | 'occupierPhoneMasked' | 'occupierPhoneHash'>;

/** Reads a draft as somebody filled it in; all that is wrong is named at once. */
@Injectable()
export class DraftContents {
  constructor(
    private readonly parties: DraftParties,
    private readonly subjects: NamedSubjectsCheck,
    private readonly users: UsersReader,
    private readonly occupiers: OccupierPhones,
    private readonly places: DraftPlaces,
    private readonly placeRules: PlaceRules,
    private readonly loader: PermitLoader,
    private readonly regions: RegionsReader,
    private readonly sealer: Sealer,
  ) {}

  async read(tx: Tx, caller: Caller, asked: DraftPermitRequest, at: Instant): Promise<Result<DraftContent, Refusal>> {
    const read = await this.readAsked(tx, caller, asked, at);
    return read.ok ? read : refused(blamedAsWritten(read.refusal, asked));
  }

  private async readAsked(
    tx: Tx,
    caller: Caller,
    asked: DraftPermitRequest,
    at: Instant,
  ): Promise<Result<DraftContent, Refusal>> {
    const phone = asked.occupierPhone === undefined ? null : normalPhone(asked.occupierPhone);
    const declaring = {
      applicantId: caller.userId,
      welderIds: asked.welderIds,
      contractorId: asked.contractorId ?? null,
    };
    const watcherId = watcherAsked(asked);
    const [named, known, watcher, workLeader, another] = await Promise.all([
      this.subjects.check(tx, asked.welderIds, asked.machineIds ?? []),
      this.parties.look(tx, caller, asked),
      watcherId === null ? null : this.users.activeById(tx, watcherId),
      asked.workLeaderId === undefined ? null : this.users.activeById(tx, asked.workLeaderId),
      phone === null || this.occupiers.isAnothers(tx, phone, declaring),
    ]);
    if (named.errors.length > 0) return refused(invalid('request.invalid', { errors: named.errors }));
    const parties = this.parties.of(caller, asked, known, named.welders);
    if (!parties.ok) return parties;
    const { regionCode } = parties.value;
    const rules = this.loader.rulesAt({ regime: asked.regime, level: '', regionCode }, at);
    const placed = await this.places.placeOf(tx, caller, asked, rules.place);
    if (!placed.ok) return placed;
    const work = askedWork(asked, placed.value, at);
    const place = await this.placeRules.ruleAt(tx, workOfPermit({ ...contentOf(work, rules), ...parties.value }));
    const misplaced = placeRefusal({ ...parties.value, regime: asked.regime }, place);
    if (misplaced) return refused(misplaced);
    const request = withKindsOf(place, work);
    const trades = [...known.enterprises.values()].map(({ industry }) => industry);
    const judged = judgeLevel(request, trades, rules);
    if (!judged.ok) return judged;
    const atLevel = rules.withLevel(judged.value.level);
    const bounds = await this.regions.boundsOf(tx, regionCode);
    const watcherKnown = watcherId === null || watcher !== null;
    const errors = [
      ...timeErrors(asked, request, atLevel, at),
      ...placeErrors(request, { official: isOfficial(caller), bounds }, atLevel),
      ...this.otherFaults(request, judged.value.levelAnswers, regionCode, atLevel),
      ...formFaults(request, { workLeader, applicantId: caller.userId, parties: parties.value }),
      ...peopleFaults(asked, { watcherKnown, phone, another }, atLevel),
    ];
    if (errors.length > 0) return refused(oneOrMany(errors));
    const taken = takenFrom(place);
    return ok({ ...contentOf(request, atLevel), ...taken, ...judged.value, ...parties.value, ...this.sealed(phone) });
  }

  private otherFaults(
    request: AskedWork,
    levelAnswers: readonly LevelAnswer[],
    regionCode: string,
    rules: PermitRules,
  ): FieldError[] {
    const { place, gases = [] } = request;
    const ofRegion = this.loader.rulesAt({ regime: '', level: '', regionCode }, rules.at);
    const kinds = new Set(ofRegion.placeKinds.map(({ code }) => code));
    const least = ofRegion.place.leastRadiusM;
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

  private sealed(phone: string | null): OccupierPhoneKept {
    return {
      occupierPhoneSealed: phone === null ? null : this.sealer.seal(OCCUPIER_PHONE, phone),
      occupierPhoneMasked: phone === null ? null : maskPhone(phone),
      occupierPhoneHash: phone === null ? null : this.sealer.fingerprint(OCCUPIER_PHONE, phone),
    };
  }
}

/** Kinds of the sites hold whether or not they were ticked. */
const withKindsOf = ({ kinds }: PlaceRule, request: AskedWork): AskedWork => ({
  ...request,
  place: { ...request.place, kinds: [...new Set([...(request.place.kinds ?? []), ...kinds])] },
});

const takenFrom = ({ sites, kinds, hours }: PlaceRule): Pick<DraftContent, 'siteIds' | 'siteKinds' | 'siteHours'> => ({
  siteIds: sites.map(({ siteId }) => siteId),
  siteKinds: kinds,
  siteHours: hours,
});

/** Who may give a place more room than its enterprise may ask for. */
const isOfficial = (caller: Caller): boolean => hasRole(caller, ...AUTHORITY);

const contentOf = (request: AskedWork, { place: limits }: PermitRules) => ({
  regime: request.regime,
  placeName: request.place.name.trim(),
  lat: request.place.lat,
  lng: request.place.lng,
  radiusM: radiusOf(request.place, limits),
  radiusReason: request.place.radiusReason?.trim() ?? null,
  placeSource: request.place.source ?? 'measured',
  openAir: request.place.openAir ?? false,
  placeKinds: request.place.kinds ?? [],
  siteId: request.siteId,
  content: request.content.trim(),
  method: request.method.trim(),
  gases: request.gases ?? [],
  plannedStart: request.plannedStart,
  plannedEnd: request.plannedEnd,
  startsNow: request.startsNow,
  lastsMinutes: request.lastsMinutes,
  welderIds: request.welderIds,
  machineIds: request.machineIds ?? [],
  fireWatchId: request.fireWatchId,
  urgent: request.urgent ?? false,
  urgentReason: request.urgentReason?.trim() ?? null,
  ...formOf(request),
});
