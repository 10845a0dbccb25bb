import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { InvitationRow } from '../../schema/identity/invitation.row';
import { LoginCodeRow } from '../../schema/identity/login-code.row';
import { LoginDeviceRow } from '../../schema/identity/login-device.row';
import { RecoveryCodeRow } from '../../schema/identity/recovery-code.row';
import { SecondFactorRow } from '../../schema/identity/second-factor.row';
import { UserRow } from '../../schema/identity/user.row';
import { Sessions } from './sessions';

/** An account of a person who is forgotten: it stays as the one who did what was done, and leads to nobody. */
@Injectable()
export class ForgetAccount {
  constructor(private readonly sessions: Sessions) {}

  /** Nobody signs in any more, nor opens the account again, while the request waits for its day. */
  async close(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query(
      'update users set disabled_at = coalesce(disabled_at, $2), erased_at = coalesce(erased_at, $2), version = version + 1 where id = $1',
      [id, new Date(at)],
    );
    await this.sessions.endAllOf(tx, id, 'user-disabled', at);
  }

  /** The hash of the phone that the account had, by which others know it; null without one. */
  async erase(tx: Tx, id: string, pseudonym: string, at: Instant): Promise<string | null> {
    const phoneHash = (await tx.rows(UserRow).findOne({ where: { id } }))?.phoneHash ?? null;
    await this.close(tx, id, at);
    const nothing = {
      passwordHash: null,
      phoneSealed: null,
      phoneHash: null,
      identityHash: null,
      identitySealed: null,
    };
    const change = { name: pseudonym, username: `erased-${id.toLowerCase()}`, ...nothing };
    await tx.rows(UserRow).update({ id }, change);
    await tx.rows(LoginDeviceRow).delete({ userId: id });
    await tx.rows(RecoveryCodeRow).delete({ userId: id });
    await tx.rows(SecondFactorRow).delete({ userId: id });
    await tx.rows(InvitationRow).update({ usedBy: id }, { ...NO_PHONE, phoneHash: `erased:${id}`, name: null });
    if (phoneHash !== null) {
      await tx.rows(LoginCodeRow).delete({ phoneHash });
      await tx.rows(InvitationRow).update({ phoneHash }, { ...NO_PHONE, phoneHash: `erased:${id}`, name: null });
    }
    return phoneHash;
  }
}

const NO_PHONE = { phoneSealed: '' };
