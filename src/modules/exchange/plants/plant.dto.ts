import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Length, MaxLength } from 'class-validator';
import { PERMIT_STATES, type PermitState } from '../../../domain/permits/permit';
import { IfGiven } from '../../../platform/http/if-given.decorator';

export class PlantKeyRequest {
  /** The public key as JWK (RFC 7517): Ed25519, or P-256 for ES256. */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  jwk: Record<string, string>;

  /** As the plant writes it into the head of its papers. Without it: `kid` of the key, else its thumbprint (RFC 7638). */
  @IfGiven()
  @IsString()
  @Length(1, 80)
  kid?: string;
}

export class PlantKeyView {
  kid: string;

  /** `EdDSA` or `ES256`. */
  alg: string;

  @ApiProperty({ format: 'date-time' })
  addedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  revokedAt: string | null;
}

export class PlantKeyList {
  @ApiProperty({ type: [PlantKeyView] })
  items: PlantKeyView[];
}

export class SignedPaperRequest {
  /** The signed paper, a JWS in compact form. */
  @IsString()
  @MaxLength(200_000)
  jws: string;
}

const PAPER_VERDICTS = ['taken', 'same', 'noted'] as const;
export type PaperVerdict = (typeof PAPER_VERDICTS)[number];

export class PermitTakenView {
  id: string;

  /** Our number of the permit. */
  number: string;

  /** What its signboard shows and a welder scans. */
  code: string;

  @ApiProperty({ enum: PERMIT_STATES })
  state: PermitState;
}

export class PaperTakenView {
  /** The plant's own number. */
  number: string;
  version: number;

  /** `noted`: kept as evidence, for nothing was left to do. */
  @ApiProperty({ enum: PAPER_VERDICTS })
  verdict: PaperVerdict;

  @ApiProperty({ type: PermitTakenView })
  permit: PermitTakenView;
}
