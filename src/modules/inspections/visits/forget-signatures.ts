import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';

/** The name that a forgotten person signed with, for their enterprise, on an inspector's phone. */
@Injectable()
export class ForgetSignatures {
  async erase(
    tx: Tx,
    { names, enterpriseIds }: { readonly names: readonly string[]; readonly enterpriseIds: readonly string[] },
    pseudonym: string,
  ): Promise<void> {
    await tx.query('update inspections set signed_name = $3 where enterprise_id = any($1) and signed_name = any($2)', [
      enterpriseIds,
      names,
      pseudonym,
    ]);
  }
}
