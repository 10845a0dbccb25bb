import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/access.decorator';
import { EvidenceKeys } from './evidence.dto';
import { EvidenceSigner } from './pack/evidence-signer';
import { fingerprintOf } from './pack/manifest';

/** Outside `/api/v1`: RFC 8615. */
@ApiTags('evidence')
@Controller('.well-known')
export class EvidenceKeysController {
  constructor(private readonly signer: EvidenceSigner) {}

  @Get('hanan-evidence-keys.json')
  @Public()
  @ApiOperation({ summary: 'Public keys of evidence packs and of the audit trail (JWK set, RFC 7517)' })
  keys(): EvidenceKeys {
    const { key, allKeys, auditKeys } = this.signer;
    return { keys: [...allKeys, ...auditKeys], fingerprint: fingerprintOf(key.kid) };
  }
}
