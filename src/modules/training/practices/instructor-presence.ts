import { Injectable } from '@nestjs/common';
import { PlaceLimitRules } from '../../../domain/permits/place-limit-rules';
import { presenceFault, type PresenceShown } from '../../../domain/training/practice-place';
import { conflict, type Refusal } from '../../../kernel/refusal';
import { MINUTE } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import { FileStore } from '../../../platform/files/file-store';
import { positionGiven, type PlaceProofGiven } from '../../regions/place-proof.dto';
import { RulesReader } from '../../rules/rules.reader';
import type { School } from './practice-people';
import { SchoolPlacesView } from './school-places.view';

/** Whether the instructor stands where the pupils weld: by a position there, or by the board that hangs there with a photo. */
@Injectable()
export class InstructorPresence {
  constructor(
    private readonly places: SchoolPlacesView,
    private readonly rules: RulesReader,
    private readonly files: FileStore,
  ) {}

  async faultOf(call: Call, { enterpriseId, regionCode }: School, body: PlaceProofGiven): Promise<Refusal | null> {
    const rules = new PlaceLimitRules(this.rules.book(), { regime: '', level: '', regionCode }, call.at);
    const places = await this.places.at(call.tx, enterpriseId, call.at);
    const shown: PresenceShown = {
      position: positionGiven(body),
      signboardCode: body.proof?.signboardCode ?? null,
      photoGiven: await this.photoJustTaken(call, body, rules),
    };
    const wide = places.map((place) => ({ ...place, radiusM: Math.max(place.radiusM, rules.leastRadiusM) }));
    const fault = presenceFault(shown, wide, rules);
    return fault && conflict(fault);
  }

  private async photoJustTaken({ tx, caller, at }: Call, { proof }: PlaceProofGiven, rules: PlaceLimitRules) {
    const file = proof?.photoId === undefined ? null : await this.files.read(tx, proof.photoId);
    if (file?.uploadedBy !== caller.userId) return false;
    return file.uploadedAt <= at && at - file.uploadedAt <= rules.proofPhotoFreshMinutes * MINUTE;
  }
}
