import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Purpose } from '../../domain/authorization/facts';
import { JOB_STATES, type JobState } from '../../domain/jobs/job';
import { STOP_STANDINGS, type StopStanding } from '../../domain/jobs/stop-order';
import type { Caller } from '../../platform/auth/caller';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { MayMiss } from '../../platform/http/may-miss.decorator';
import { PageQuery } from '../../platform/http/page';
import { IdentityRequest, PlaceProofHolder, positionGiven } from '../regions/place-proof.dto';
import type { Question } from './question';

/** Where the phone is, who stands there, and what else proves the place. */
export class AtTheMachine extends PlaceProofHolder {
  @IfGiven()
  @ValidateNested()
  @Type(() => IdentityRequest)
  @ApiPropertyOptional({ type: IdentityRequest })
  identity?: IdentityRequest;

  /** A live photo the caller has just uploaded: of who stands at the machine. */
  @MayMiss()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class JobRequest extends AtTheMachine {
  /** As scanned or typed: our code, its address, or a provincial or vendor's code that the register knows. */
  @IsString()
  @Length(1, 300)
  machineCode: string;

  /** Without it: the best of the permits that name the welder here, or a designated area. */
  @MayMiss()
  @IsString()
  @Length(1, 40)
  permitId?: string;

  /** The welder's card, where somebody starts for them (代扫). Without it: the caller. */
  @MayMiss()
  @IsString()
  @Length(1, 300)
  welderCode?: string;

  /** Counted from 1. */
  @MayMiss()
  @IsInt()
  @Min(1)
  @Max(16)
  outlet?: number;
}

export class StopRequest {
  @IsString()
  @Length(2, 500)
  reason: string;

  /** Of a photo that the caller has uploaded. */
  @MayMiss()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class StopDecisionRequest {
  @MayMiss()
  @IsString()
  @Length(1, 500)
  note?: string;
}

export class HandoverRequest extends AtTheMachine {
  /** The card of the welder who takes over. */
  @IsString()
  @Length(1, 300)
  welderCode: string;
}

export class JobQuery extends PageQuery {
  @IsOptional()
  @IsIn(JOB_STATES)
  @ApiPropertyOptional({ enum: JOB_STATES })
  state?: JobState;

  /** A region with all below it. */
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  machineId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  welderId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  permitId?: string;

  /** How the order that stopped the job stands now. */
  @IsOptional()
  @IsIn(STOP_STANDINGS)
  @ApiPropertyOptional({ enum: STOP_STANDINGS })
  stopStanding?: StopStanding;

  /** Only jobs the caller works on or has started. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  mine?: boolean;
}

export const toQuestion = (caller: Caller, request: JobRequest, purpose: Purpose): Question => ({
  purpose,
  machine: { code: request.machineCode },
  welder: welderOf(caller, request.welderCode),
  permitId: request.permitId ?? null,
  outlet: request.outlet ?? 1,
  ...atTheMachine(request),
  replacesJobId: null,
});

function welderOf({ welderId }: Caller, code: string | undefined): Question['welder'] {
  if (code !== undefined) return { code };
  return welderId === null ? null : { id: welderId };
}

/** Where the welder stands and who it is. One photo may show both. */
export const atTheMachine = (
  request: AtTheMachine,
): Pick<Question, 'position' | 'signboardCode' | 'proofPhotoId' | 'photoId' | 'goesOn'> => ({
  position: positionGiven(request),
  signboardCode: request.proof?.signboardCode ?? null,
  proofPhotoId: request.proof?.photoId ?? request.photoId ?? null,
  photoId: request.identity?.photoId ?? request.photoId ?? null,
  goesOn: false,
});
