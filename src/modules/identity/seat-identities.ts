import { Injectable } from '@nestjs/common';
import { hasRole, OF_A_REGION, SEATS, type Role } from '../../domain/people/roles';
import { readIdentityNumber } from '../../domain/registry/numbers/identity-number';
import { conflict, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { AccountLinks } from './account-links.view';
import type { Admission } from './admission';
import type { LockedUser } from './changes/user-change.store';
import { IDENTITY_SEAL } from './seat-holders';

/** Who signs for an enterprise, and who supervises: the same person in both would be seen. */
export const NEEDING_IDENTITY: readonly Role[] = [...SEATS, ...OF_A_REGION];

/** The number of such a person, sealed and as a fingerprint; null where none was asked for, or it is known. */
export type Identity = { readonly identityHash: string; readonly identitySealed: string } | null;

/** Whoever signs for an enterprise or supervises gives the number of their identity card, so that one identity has one account. */
@Injectable()
export class SeatIdentities {
  constructor(
    private readonly links: AccountLinks,
    private readonly sealer: Sealer,
  ) {}

  async check(
    { tx, at }: { readonly tx: Tx; readonly at: Instant },
    account: LockedUser | null,
    { offer, idNumber, welderId }: Admission,
  ): Promise<Result<Identity, Refusal>> {
    if (!hasRole(offer, ...NEEDING_IDENTITY)) return ok(null);
    const known = account?.identityHash ?? (await this.ofWelder(tx, account?.welderId ?? welderId));
    if (idNumber === null) return known === null ? refused(wrongField('idNumber', 'user.identity-needed')) : ok(null);
    const read = readIdentityNumber(idNumber, at);
    if (!read.ok) return refused(wrongField('idNumber', read.refusal));
    const identityHash = this.sealer.fingerprint(IDENTITY_SEAL, read.value.value);
    if (known !== null && known !== identityHash) return refused(wrongField('idNumber', 'user.identity-differs'));
    if (await this.links.identityTaken(tx, account?.id ?? '', identityHash))
      return refused(conflict('user.identity-taken'));
    return ok({ identityHash, identitySealed: this.sealer.seal(IDENTITY_SEAL, read.value.value) });
  }

  private async ofWelder(tx: Tx, welderId: string | null): Promise<string | null> {
    return welderId === null ? null : ((await this.links.welder(tx, welderId))?.idNumberHash ?? null);
  }
}
