import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import type { DraftPermitRequest } from './draft.dto';
import { formAgain } from './asked/drafted-form';
import { OCCUPIER_PHONE } from '../occupier/occupier-codes';
import { PermitLoader } from '../permit-loader';
import type { StoredPermit } from '../stored-permit';

export type NewTime = Pick<DraftPermitRequest, 'plannedStart' | 'plannedEnd' | 'minutes'>;

/** Fills in a new draft from an earlier permit; it is then checked like any other. */
@Injectable()
export class EarlierPermit {
  constructor(
    private readonly loader: PermitLoader,
    private readonly sealer: Sealer,
  ) {}

  asRequest(permit: StoredPermit, time: NewTime, at: Instant): DraftPermitRequest {
    const { place, levelQuestions } = this.loader.rulesAt({ ...permit, level: permit.proposedLevel }, at);
    return {
      regime: permit.regime,
      // that of a small job follows from the kinds of its place, by the rules of today
      level: permit.regime === 'small' ? undefined : permit.proposedLevel,
      // a question that is no longer asked needs no answer
      levelAnswers: permit.levelAnswers.filter(({ code }) => levelQuestions.some((question) => question.code === code)),
      enterpriseId: permit.enterpriseId ?? undefined,
      contractorId: permit.contractorId ?? undefined,
      occupierEnterpriseId: permit.occupierEnterpriseId ?? undefined,
      regionCode: permit.regionCode,
      place: {
        name: permit.placeName,
        lat: permit.lat,
        lng: permit.lng,
        // more room is an official's to give, each time
        radiusM: Math.min(permit.radiusM, place.placeRadius?.max ?? permit.radiusM),
        source: permit.placeSource,
        openAir: permit.openAir,
        kinds: [...permit.placeKinds],
      },
      content: permit.content,
      method: permit.method,
      ...time,
      welderIds: [...permit.welderIds],
      machineIds: [...permit.machineIds],
      fireWatchId: permit.fireWatchId ?? undefined,
      gases: [...permit.gases],
      ...formAgain(permit),
      occupierPhone:
        permit.occupierPhoneSealed === null ? undefined : this.sealer.open(OCCUPIER_PHONE, permit.occupierPhoneSealed),
    };
  }
}
