import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { hasRole } from '../../../domain/people/roles';
import type { EnterpriseKind } from '../../../domain/registry/enterprise';
import { creditCodeSigns, readCreditCode } from '../../../domain/registry/numbers/credit-code';
import type { Caller } from '../../../platform/auth/caller';

interface Asked {
  readonly kind?: EnterpriseKind;
  readonly uscc?: string;
  readonly usccException?: string;
}

export interface AdmittedUscc {
  readonly kind: EnterpriseKind;
  readonly uscc: string | null;
  readonly usccException: string | null;
}

/** A company needs its credit code, an individual may have one. A wrong check digit comes in with an administrator's reason. */
export function admittedUscc(caller: Pick<Caller, 'roles'>, asked: Asked): Result<AdmittedUscc, Refusal> {
  const kind = asked.kind ?? (asked.uscc === undefined ? 'individual' : 'company');
  if (asked.uscc === undefined)
    return kind === 'company'
      ? refused(wrongField('uscc', 'enterprise.uscc-required'))
      : ok({ kind, uscc: null, usccException: null });
  const read = readCreditCode(asked.uscc);
  if (read.ok) return ok({ kind, uscc: read.value, usccException: null });
  if (read.refusal !== 'enterprise.uscc-checksum' || asked.usccException === undefined)
    return refused(wrongField('uscc', read.refusal));
  if (!hasRole(caller, 'admin')) return refused(forbidden('enterprise.exception-not-yours'));
  return ok({ kind, uscc: creditCodeSigns(asked.uscc), usccException: asked.usccException });
}
