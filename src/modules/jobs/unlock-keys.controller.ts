import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/access.decorator';
import { UnlockSigner, type PublicUnlockKey } from './unlock-signer';

/** Outside `/api/v1`: RFC 8615. */
@ApiTags('jobs')
@Controller('.well-known')
export class UnlockKeysController {
  constructor(private readonly signer: UnlockSigner) {}

  @Get('hanan-unlock-keys.json')
  @Public()
  @ApiOperation({ summary: 'Public keys of the unlock tokens (JWK set, RFC 7517)' })
  keys(): { keys: PublicUnlockKey[] } {
    return this.signer.publicKeys();
  }
}
