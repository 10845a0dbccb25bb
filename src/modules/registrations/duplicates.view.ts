import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../kernel/region-code';
import type { Scope } from '../../platform/database/scope';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { PHONE_SEAL } from '../identity/user.mapper';
import { WELDER_PHONE } from '../registry/welders/welder.mapper';
import type { DuplicateView } from './registration.dto';
import type { Registration } from './registration.store';

/** What may be the same as a registration, within the reach of who looks: nobody learns who is known elsewhere. */
@Injectable()
export class Duplicates {
  constructor(private readonly sealer: Sealer) {}

  /** The tables' policies bound all but accounts, which have none: those are asked by region. */
  of(tx: Tx, scope: Scope, registration: Registration): Promise<DuplicateView[]> {
    const range = subtreeRange(scope.kind === 'region' ? scope.regionCode : registration.regionCode);
    const phone = this.sealer.open(PHONE_SEAL, registration.phoneSealed);
    return tx.query<DuplicateView>(
      `select 'welder' as kind, id, name, case when id_number_hash = $2 then 'identity' else 'phone' end as because
         from welders where id_number_hash = $2 or phone_hash = $3
       union all select 'enterprise', id, name, case when uscc = $4 then 'uscc' else 'name' end
         from enterprises where uscc = $4 or (name_folded = folded($5) and region_code = $6)
       union all select 'account', id, name, case when phone_hash = $7 then 'phone' else 'identity' end
         from users where (phone_hash = $7 or identity_hash = $2) and region_code >= $8 and region_code < $9
       union all select 'registration', id, name, case when id_number_hash = $2 then 'identity' else 'phone' end
         from registrations where (id_number_hash = $2 or phone_hash = $7) and id <> $1
       limit 20`,
      [
        ...[
          registration.id,
          registration.idNumberHash,
          this.sealer.fingerprint(WELDER_PHONE, phone),
          registration.uscc,
        ],
        ...[registration.firmName, registration.regionCode, registration.phoneHash, range.from, range.to],
      ],
    );
  }
}
