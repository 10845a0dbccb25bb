import { CERTIFICATE_NUMBER } from '../../modules/certificates/add-certificate';
import { SCANNED_TEXT } from '../../modules/certificates/checks/scan-certificate';
import { HELD_WELDER } from '../../modules/collection/subjects/collect-welder';
import { PLANT_PAPER } from '../../modules/exchange/plants/take-paper';
import { PARTNER_SEAL } from '../../modules/exchange/partners/partner.store';
import { TAKEN_RECORD } from '../../modules/exchange/take/take-batch';
import { FACTOR_SEAL } from '../../modules/identity/second-factor/second-factors';
import { IDENTITY_SEAL } from '../../modules/identity/seat-holders';
import { PHONE_SEAL } from '../../modules/identity/user.mapper';
import { IMPORT_FILE } from '../../modules/imports/import.store';
import { IMPORT_ROW } from '../../modules/imports/work/examine-rows';
import { OFFLINE_CODE } from '../../modules/jobs/give-offline-code';
import { MAIL_SEAL } from '../../modules/notices/send/address-book';
import { WEBHOOK_SEAL } from '../../modules/notices/webhooks/webhook.store';
import { OCCUPIER_PHONE } from '../../modules/permits/occupier/occupier-codes';
import { CHIP_SECRET } from '../../modules/registry/chip-secrets.reader';
import { ENTERPRISE_PHONE } from '../../modules/registry/enterprises/enterprise.mapper';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../../modules/registry/welders/welder.mapper';
import { OCCUPIER_OF_SITE } from '../../modules/sites/site.mapper';
import { tipIdentitySeal } from '../../modules/tips/identity/tip-sealer';
import { PROVIDER_PHONE } from '../../modules/training/providers/keep-providers';
import { SESSION_SECRET } from '../../modules/training/sessions/session-codes';
import { SECRET_HALF } from '../../modules/wire/offer-secret';
import type { SealedColumn } from '../../platform/keys/kept-columns';
import { ANSWER_SEAL } from '../../platform/http/idempotency.store';

const master = (place: string, context: string): SealedColumn => {
  const [table = '', column = ''] = place.split('.');
  return { table, column, key: 'master', context };
};

/** Every sealed column there is. A test compares the list with the schema and with what the program seals. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  master('certificates.number_sealed', CERTIFICATE_NUMBER),
  master('certificate_checks.scan_sealed', SCANNED_TEXT),
  master('chips.secret_sealed', CHIP_SECRET),
  master('chip_secret_changes.half_sealed', SECRET_HALF),
  master('chip_secret_changes.secret_sealed', CHIP_SECRET),
  master('enterprises.contact_phone_sealed', ENTERPRISE_PHONE),
  master('exchange_papers.paper_sealed', PLANT_PAPER),
  master('exchange_partners.secret_sealed', PARTNER_SEAL),
  master('exchange_taken.record_sealed', TAKEN_RECORD),
  master('held_welders.sealed', HELD_WELDER),
  { ...master('idempotency_keys.body', ANSWER_SEAL), isJson: true },
  master('import_files.sealed', IMPORT_FILE),
  master('import_rows.sealed', IMPORT_ROW),
  master('invitations.phone_sealed', PHONE_SEAL),
  master('notice_settings.mail_sealed', MAIL_SEAL),
  master('offline_codes.code_sealed', OFFLINE_CODE),
  master('permits.occupier_phone_sealed', OCCUPIER_PHONE),
  master('registrations.id_number_sealed', WELDER_ID_NUMBER),
  master('registrations.phone_sealed', PHONE_SEAL),
  master('second_factors.sealed', FACTOR_SEAL),
  master('sites.occupier_phone_sealed', OCCUPIER_OF_SITE),
  master('training_providers.contact_phone_sealed', PROVIDER_PHONE),
  master('training_sessions.secret_sealed', SESSION_SECRET),
  master('users.identity_sealed', IDENTITY_SEAL),
  master('users.phone_sealed', PHONE_SEAL),
  master('webhooks.secret_sealed', WEBHOOK_SEAL),
  master('welders.id_number_sealed', WELDER_ID_NUMBER),
  master('welders.phone_sealed', WELDER_PHONE),
  { table: 'tip_identities', column: 'sealed', key: 'tip', context: tipIdentitySeal, idColumn: 'tip_id' },
];
