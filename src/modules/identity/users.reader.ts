import { Injectable } from '@nestjs/common';
import { OFFICIALS, type Role } from '../../domain/people/roles';
import type { Trade } from '../../domain/people/trades';
import { lineage } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';
import type { UserFacts } from './caller-of-user';
import { UserStore } from './user.store';

export interface RoleQuestion {
  readonly role: Role;
  /** Of this enterprise. */
  readonly enterpriseId?: string;
  /** In charge of this place: their region is it, or lies around it. */
  readonly regionCode?: string;
}

/** What other features may ask about users. */
@Injectable()
export class UsersReader {
  constructor(private readonly users: UserStore) {}

  async byId(tx: Tx, id: string): Promise<UserFacts | null> {
    const user = await this.users.byId(tx, id);
    return user && facts(user);
  }

  /** Who can still sign in; null also where the account is disabled. */
  async activeById(tx: Tx, id: string): Promise<UserFacts | null> {
    const user = await this.users.byId(tx, id);
    return user && user.disabledAt === null ? facts(user) : null;
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<UserFacts[]> {
    return ids.length === 0 ? [] : (await this.users.byIds(tx, ids)).map(facts);
  }

  /** By the name of the account: who belongs to one of these enterprises and can still sign in. */
  async activeNamed(tx: Tx, usernames: readonly string[], enterpriseIds: readonly string[]) {
    if (usernames.length === 0) return new Map<string, UserFacts>();
    const found = await this.users.named(tx, usernames, enterpriseIds);
    return new Map(found.map((user) => [user.username, facts(user)]));
  }

  /** Of these, who can still sign in. */
  async activeByIds(tx: Tx, ids: readonly string[]): Promise<UserFacts[]> {
    if (ids.length === 0) return [];
    return (await this.users.byIds(tx, ids)).filter(({ disabledAt }) => disabledAt === null).map(facts);
  }

  /** For which an official works. */
  async tradesOf(tx: Tx, id: string): Promise<readonly string[]> {
    return (await this.users.byId(tx, id))?.trades ?? [];
  }

  /** Whether an official in charge of this place works for the trade. */
  anyoneFor(tx: Tx, trade: Trade, regionCode: string): Promise<boolean> {
    return this.users.anyoneFor(tx, trade, OFFICIALS, lineage(regionCode));
  }

  /** The account of a welder; none where they have none, or it is disabled. */
  async ofWelder(tx: Tx, welderId: string): Promise<UserFacts[]> {
    return (await this.users.ofWelder(tx, welderId)).map(facts);
  }

  /** Disabled users are left out. */
  async withRole(tx: Tx, { role, enterpriseId, regionCode }: RoleQuestion): Promise<UserFacts[]> {
    const regions = regionCode === undefined ? null : lineage(regionCode);
    return (await this.users.withRole(tx, role, enterpriseId ?? null, regions)).map(facts);
  }
}

const facts = ({ id, name, roles, regionCode, enterpriseId, welderId, seatWaiting }: UserFacts): UserFacts => ({
  id,
  name,
  roles,
  regionCode,
  enterpriseId,
  welderId,
  ...(seatWaiting && { seatWaiting }),
});
