import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Scope } from '../../platform/database/scope';
import { scopeSettings } from '../../platform/database/scope';
import { timestamp } from '../../platform/database/timestamp';
import type { Tx } from '../../platform/database/unit-of-work';
import type { RefreshFamilyRow } from '../../schema/identity/refresh-family.row';
import { UserRow } from '../../schema/identity/user.row';
import type { Seat } from './seat-holders';
import { seatColumns, toUser, USER_COLUMNS, type ReadUser, type SignedIn, type User } from './user';

export interface Credentials {
  readonly user: User;
  readonly passwordHash: string | null;
}

export interface NewUser extends Omit<
  User,
  'disabledAt' | 'passwordTemporary' | 'version' | 'leftAt' | 'erasedAt' | 'seatWaiting'
> {
  readonly passwordHash: string | null;
  readonly phoneHash: string | null;
  /** Of whoever holds a seat: the number sealed, and its fingerprint. */
  readonly identitySealed?: string | null;
  readonly identityHash?: string | null;
}

export interface UserFilter {
  readonly q?: string;
  readonly role?: string;
  readonly enterpriseId?: string;
  readonly waiting?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

const USER = columnsOf(UserRow, 'u', USER_COLUMNS);

/** What a session adds to its user. */
interface Session extends Pick<RefreshFamilyRow, 'deviceHash'> {
  /** A column of both tables: here that of the session. */
  readonly mustChangePassword: RefreshFamilyRow['passwordTemporary'];
  readonly hasSecondFactor: boolean;
}

/** Who may see a user: officials their region, an enterprise its people, everyone themselves. The table has no policy: logins belong to nobody. */
const VISIBLE = `($1 = 'region' and coalesce(region_code, '') >= $2 and coalesce(region_code, '') < $3
  or enterprise_id = nullif($4, '') or id = nullif($5, ''))`;

const visibleTo = (scope: Scope): string[] => {
  const settings = scopeSettings(scope);
  return ['scope', 'region_from', 'region_to', 'enterprise', 'user'].map((name) => settings[name] ?? '');
};

@Injectable()
export class UserStore {
  /** False where the name, the phone or the welder already has an account. */
  async insert(tx: Tx, user: NewUser): Promise<boolean> {
    const { seat, roles, trades, ...own } = user;
    return tx.rows(UserRow).insertNew({ ...own, roles: [...roles], trades: [...trades], ...seatColumns(seat) });
  }

  /** Which of the things that only one account may have is taken, where an insert was refused. */
  async taken(tx: Tx, user: NewUser): Promise<'username' | 'phone' | 'identity' | 'welder'> {
    const { username, phoneHash, identityHash = null } = user;
    const where = [{ username }, ...(phoneHash === null ? [] : [{ phoneHash }]), ...(identityHash === null ? [] : [{ identityHash }])]; // prettier-ignore
    const rows = await tx.rows(UserRow).find({ where });
    if (rows.some((row) => row.username === username)) return 'username';
    if (rows.some((row) => phoneHash !== null && row.phoneHash === phoneHash)) return 'phone';
    return rows.length > 0 ? 'identity' : 'welder';
  }

  async anyoneFor(tx: Tx, trade: string, roles: readonly string[], regions: readonly string[]): Promise<boolean> {
    const found = await tx.query(
      `select 1 from users where disabled_at is null and trades @> array[$1::text] and roles && $2 and region_code = any($3) limit 1`,
      [trade, roles, regions],
    );
    return found.length > 0;
  }

  async byId(tx: Tx, id: string): Promise<User | null> {
    const [row] = await tx.prepared<ReadUser>(`select ${USER} from users u where u.id = $1`, [id]);
    return row ? toUser(row) : null;
  }

  /** Null if there is no such user, or if the session has ended. */
  async inSession(tx: Tx, id: string, familyId: string): Promise<SignedIn | null> {
    const [row] = await tx.prepared<ReadUser & Session>(
      `select ${USER}, f.device_hash as "deviceHash", f.password_temporary as "mustChangePassword",
         exists (select 1 from second_factors s where s.user_id = u.id and s.confirmed_at is not null) as "hasSecondFactor"
       from users u join refresh_families f on f.user_id = u.id where u.id = $1 and f.id = $2 and f.revoked_at is null`,
      [id, familyId],
    );
    if (!row) return null;
    const { deviceHash, mustChangePassword, hasSecondFactor, ...user } = row;
    return { ...toUser(user), deviceHash, mustChangePassword, hasSecondFactor };
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<User[]> {
    const rows = await tx.query<ReadUser>(`select ${USER} from users u where u.id = any($1)`, [ids]);
    return rows.map(toUser);
  }

  /** Disabled accounts are left out. */
  async named(tx: Tx, usernames: readonly string[], enterpriseIds: readonly string[]): Promise<User[]> {
    const rows = await tx.query<ReadUser>(
      `select ${USER} from users u where u.username = any($1) and u.enterprise_id = any($2) and u.disabled_at is null`,
      [usernames.map((name) => name.toLowerCase()), enterpriseIds],
    );
    return rows.map(toUser);
  }

  async visible(tx: Tx, scope: Scope, id: string): Promise<User | null> {
    const [row] = await tx.query<ReadUser>(`select ${USER} from users u where ${VISIBLE} and id = $6`, [
      ...visibleTo(scope),
      id,
    ]);
    return row ? toUser(row) : null;
  }

  async list(tx: Tx, scope: Scope, { q, role, enterpriseId, waiting, limit, cursor }: UserFilter): Promise<User[]> {
    const rows = await tx.query<ReadUser>(
      `select ${USER} from users u where ${VISIBLE}
         and ($6::text is null or name ilike $6 or username ilike $6)
         and ($7::text is null or $7 = any(roles))
         and ($8::text is null or enterprise_id = $8)
         and ($9::text is null or id < $9)
         and ($11::bool is null or (seat_waiting_since is not null) = $11)
       order by id desc limit $10`,
      [
        ...visibleTo(scope),
        q ? contains(q) : null,
        role ?? null,
        enterpriseId ?? null,
        cursor ?? null,
        limit,
        waiting ?? null,
      ],
    );
    return rows.map(toUser);
  }

  /** By phone where the name is one, else by user name: nobody takes over a phone by calling himself so. */
  async credentials(tx: Tx, username: string, phoneHash: string | null): Promise<Credentials | null> {
    const [row] = await tx.prepared<ReadUser & Pick<UserRow, 'passwordHash'>>(
      `select ${USER}, u.password_hash as "passwordHash" from users u where u.username = $1 or u.phone_hash = $2
       order by u.phone_hash is not distinct from $2::text and $2::text is not null desc limit 1`,
      [username, phoneHash],
    );
    if (!row) return null;
    const { passwordHash, ...user } = row;
    return { user: toUser(user), passwordHash };
  }

  /** Those who hold a role and are not disabled; in an enterprise, or in charge of a place: a user's region is one of `regionCodes`. */
  async withRole(
    tx: Tx,
    role: string,
    enterpriseId: string | null,
    regionCodes: readonly string[] | null,
  ): Promise<User[]> {
    const rows = await tx.query<ReadUser>(
      `select ${USER} from users u where $1 = any(roles) and disabled_at is null
         and ($2::text is null or enterprise_id = $2) and ($3::text[] is null or region_code = any($3))
       order by id`,
      [role, enterpriseId, regionCodes],
    );
    return rows.map(toUser);
  }

  async ofWelder(tx: Tx, welderId: string): Promise<User[]> {
    const rows = await tx.query<ReadUser>(
      `select ${USER} from users u where u.welder_id = $1 and u.disabled_at is null`,
      [welderId],
    );
    return rows.map(toUser);
  }

  /** False where the user was disabled before. */
  async disable(tx: Tx, id: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      'update users set disabled_at = $2, version = version + 1 where id = $1 and disabled_at is null returning id',
      [id, new Date(at)],
    );
    return rows.length > 0;
  }

  /** False where the user was not disabled. */
  async enable(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      'update users set disabled_at = null, left_at = null, version = version + 1 where id = $1 and disabled_at is not null and erased_at is null returning id',
      [id],
    );
    return rows.length > 0;
  }

  /** False where the account waits no longer. */
  async confirmSeat(tx: Tx, id: string, seat: Seat, identity: { hash: string; sealed: string }): Promise<boolean> {
    const rows = await tx.query(
      `update users set seat_waiting_since = $2, seat_confirmed_at = $3, seat_confirmed_by = $4, seat_source = $5, identity_hash = $6,
         identity_sealed = $7, version = version + 1
       where id = $1 and seat_waiting_since is not null returning id`,
      [id, ...seatValues(seat), identity.hash, identity.sealed],
    );
    return rows.length > 0;
  }

  /** Temporary: somebody else knows it. */
  async setPassword(tx: Tx, id: string, passwordHash: string, temporary = false): Promise<void> {
    await tx.query(
      'update users set password_hash = $2, password_temporary = $3, version = version + 1 where id = $1',
      [id, passwordHash, temporary],
    );
  }

  async passwordHash(tx: Tx, id: string): Promise<string | null> {
    return (await tx.rows(UserRow).findOne({ where: { id } }))?.passwordHash ?? null;
  }

  async phoneHash(tx: Tx, id: string): Promise<string | null> {
    return (await tx.rows(UserRow).findOne({ where: { id } }))?.phoneHash ?? null;
  }

  /** Of the number that the person gave, or that an official read; null where none is known. */
  async identityHash(tx: Tx, id: string): Promise<string | null> {
    return (await tx.rows(UserRow).findOne({ where: { id } }))?.identityHash ?? null;
  }

  async isEmpty(tx: Tx): Promise<boolean> {
    return !(await tx.rows(UserRow).existsBy({}));
  }
}

const contains = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

const seatValues = ({ waitingSince, confirmedAt, confirmedBy, source }: Seat): unknown[] => [
  timestamp(waitingSince),
  timestamp(confirmedAt),
  confirmedBy,
  source,
];
