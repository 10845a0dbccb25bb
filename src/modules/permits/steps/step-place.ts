import { Injectable } from '@nestjs/common';
import { placeProven } from '../../../domain/places/place-proof';
import type { PlaceShown } from '../../../domain/places/place-shown';
import { readSignboard } from '../../../domain/places/signboard';
import { MINUTE } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import { FileStore } from '../../../platform/files/file-store';
import { positionGiven, type PlaceProofGiven } from '../../regions/place-proof.dto';
import { RollOutReader } from '../../rules/roll-out/roll-out.reader';
import { MapReadings } from '../../sites/map-readings';
import type { Loaded } from '../permit-loader';
import { SignboardCodes } from '../signboard/signboard-codes';
import { SignboardStore } from '../signboard/signboard.store';

interface Given extends Call, Loaded {
  readonly body: PlaceProofGiven;
}

/** Gathers the proof that the person who gives a command stands at the place. */
@Injectable()
export class StepPlace {
  constructor(
    private readonly rollOut: RollOutReader,
    private readonly signboards: SignboardStore,
    private readonly codes: SignboardCodes,
    private readonly files: FileStore,
    private readonly maps: MapReadings,
  ) {}

  async placeShown(given: Given): Promise<PlaceShown> {
    const { tx, permit, rules, body, at } = given;
    const position = positionGiven(body);
    const [chineseMap, signboard, photoGiven, modes] = await Promise.all([
      this.maps.ofPermit(tx, permit, position),
      this.signboardOf(given),
      this.photoJustTaken(given),
      this.rollOut.modesOf(tx, permit.regionCode, at),
    ]);
    const { lat, lng } = permit;
    const site = { lat, lng, chineseMap, radiusM: Math.max(permit.radiusM, rules.place.leastRadiusM) };
    const proven = placeProven({ position, signboard, photoGiven }, site, rules.place);
    const measured = proven.outcome === 'inside' && proven.by === 'position';
    return {
      proven,
      proofEnforced: (modes.proof ?? modes.position) === 'enforce',
      outsideRefused: modes.position === 'enforce',
      signboardPhotoId:
        proven.outcome === 'inside' && proven.by === 'signboard' ? (body.proof?.photoId ?? body.photoId ?? null) : null,
      bindsSignboard: measured && (signboard === 'bound' || signboard === 'not-bound') ? position : null,
    };
  }

  private async signboardOf({ tx, caller, permit, body, at }: Given) {
    const scanned = body.proof?.signboardCode ?? null;
    if (scanned === null) return 'none';
    const watched = { id: permit.id, fireWatchId: permit.fireWatchId, watchOn: permit.watchOnAt !== null };
    return readSignboard(scanned, {
      code: permit.code,
      boundAt: await this.signboards.boundAt(tx, permit.id),
      changing: this.codes.codesFor(watched, caller.userId, at),
    });
  }

  private async photoJustTaken({ tx, caller, rules, body, at }: Given): Promise<boolean> {
    const photoId = body.proof?.photoId ?? body.photoId;
    const file = photoId === undefined ? null : await this.files.read(tx, photoId);
    if (file?.uploadedBy !== caller.userId) return false;
    return file.uploadedAt <= at && at - file.uploadedAt <= rules.place.proofPhotoFreshMinutes * MINUTE;
  }
}
