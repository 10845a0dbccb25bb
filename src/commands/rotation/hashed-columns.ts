import type { KeptColumn } from '../../platform/keys/kept-columns';

/** A column of keyed hashes, and why a rotation leaves it where it does. */
export interface HashedColumn extends KeptColumn {
  readonly left?: string;
}

const moved = (...places: readonly string[]): HashedColumn[] => places.map((place) => placeOf(place));
const left = (reason: string, ...places: readonly string[]): HashedColumn[] =>
  places.map((place) => ({ ...placeOf(place), left: reason }));

function placeOf(place: string): HashedColumn {
  const [table = '', column = ''] = place.split('.');
  return { table, column };
}

/** Every column with a hash. A test compares the list with the schema. */
export const HASHED_COLUMNS: readonly HashedColumn[] = [
  ...moved('certificates.number_hash', 'certificate_operations.number_hash', 'collections.phone_hash'),
  ...moved('exchange_items.hash', 'exchange_taken.hash', 'exchange_papers.hash'),
  ...moved('idempotency_keys.request_hash', 'import_rows.key', 'invitations.phone_hash', 'login_codes.phone_hash'),
  ...moved('login_devices.address_hash', 'login_failures.subject', 'permits.occupier_phone_hash'),
  ...moved('recovery_codes.code_hash', 'registrations.id_number_hash', 'registrations.phone_hash'),
  ...moved('roll_out_messages.phone_hash', 'text_counts.subject', 'text_stops.phone_hash'),
  ...moved('tip_identities.reporter_key', 'tips.pin_hash', 'tips.tracking_hash'),
  ...moved('users.identity_hash', 'users.phone_hash', 'welders.id_number_hash', 'welders.phone_hash'),
  ...left(
    'holds the hash of the phone inside; a code of the minutes before the change is asked for again',
    'login_codes.code_hash',
    'text_stops.code_hash',
  ),
  ...left('told apart for half a minute after its use', 'login_codes.used_from'),
  ...left('the link that was sent is made of it; compared under every key', 'permits.occupier_code_hash'),
  ...left('hashed once more as a password; compared under every key', 'welder_pins.pin_hash'),
  ...left(
    'of 256 random bits: nobody guesses them, so no key stands between',
    'invitations.token_hash',
    'refresh_tokens.token_hash',
    'login_devices.device_hash',
    'refresh_families.device_hash',
    'permit_history.device_hash',
  ),
  ...left('a password’s own hash (Argon2id)', 'users.password_hash'),
  ...left('no key: SHA-256 of what is public', 'audit_blocks.previous_hash', 'inspection_draws.list_hash'),
];

export const MOVED_COLUMNS = HASHED_COLUMNS.filter((one) => one.left === undefined);
