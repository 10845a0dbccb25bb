import { ApiProperty } from '@nestjs/swagger';
import type { PublicJwk } from '../../platform/signing/derived-key';

export class EvidenceKey implements PublicJwk {
  kty: string;
  crv: string;
  x: string;

  /** Its thumbprint (RFC 7638). */
  kid: string;

  @ApiProperty({ enum: ['EdDSA'] })
  alg: 'EdDSA';

  @ApiProperty({ enum: ['sig'] })
  use: 'sig';
}

export class EvidenceKeys {
  /** The key of packs, then that of the audit trail. */
  @ApiProperty({ type: [EvidenceKey] })
  keys: EvidenceKey[];

  /** Of the key of packs, as it is printed in every pack: hexadecimal digits in groups of four. */
  fingerprint: string;
}
