import type { Instant } from '../../../kernel/time';
import type { Scope } from '../../../platform/database/scope';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Import } from '../import.store';
import type { ImportCall } from '../kinds/kind-import';

/** Whose rows the importer reaches. It stands in the import, because the work goes on after they have left. */
const scopeOf = ({ enterpriseId, regionCode, uploadedBy: userId }: Import): Scope =>
  enterpriseId === null ? { kind: 'region', regionCode, userId } : { kind: 'enterprise', enterpriseId, userId };

export const importCall = (tx: Tx, one: Import, at: Instant): ImportCall => ({
  ...{ tx, at, fileName: one.fileName, scope: scopeOf(one) },
  actor: { userId: one.appliedBy ?? one.uploadedBy, name: '', address: one.address },
});
