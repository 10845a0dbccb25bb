import { Injectable } from '@nestjs/common';
import { SEATS, SUPERVISORS, withoutAdmin } from '../../domain/people/roles';
import type { AssignedEnterprise, Assignee } from '../../domain/violations/steps/command-input';
import type { Position } from '../../kernel/geo';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { holds } from '../identity/permissions';
import { UsersReader } from '../identity/users.reader';
import { regionInCharge, type UserFacts } from '../identity/caller-of-user';
import { GridsReader } from '../regions/grids/grids.reader';
import { RegistryReader, type EnterpriseFacts } from '../registry/registry.reader';
import type { ViolationRecord } from './violation.store';

export interface AssigneeChoices {
  readonly people: readonly UserFacts[];
  readonly enterprises: readonly EnterpriseFacts[];
}

type PlacedCase = Pick<ViolationRecord, 'enterpriseId' | 'welderId' | 'regionCode'> & {
  readonly point: Position | null;
  readonly at: Instant;
};

const NEAREST_FIRST = [...withoutAdmin(SUPERVISORS)].reverse();
const MOST_ENTERPRISES = 20;

/** To whom a case may be given: whoever may see it, and has something to do with it. */
@Injectable()
export class Assignees {
  constructor(
    private readonly users: UsersReader,
    private readonly grids: GridsReader,
    private readonly registry: RegistryReader,
  ) {}

  async person(tx: Tx, userId: string): Promise<Assignee | null> {
    const user = await this.users.activeById(tx, userId);
    return user && { ...user, regionCode: regionInCharge(user), seesCases: holds(user.roles, 'violation.command') };
  }

  /** Within reach is what the caller's scope sees. */
  async enterprise(tx: Tx, id: string): Promise<AssignedEnterprise> {
    return { id, withinReach: (await this.registry.enterpriseById(tx, id)) !== null };
  }

  /** What a picker offers: who looks after the place, then those nearest to it; `words` narrows it. */
  async choices(
    tx: Tx,
    { enterpriseId, welderId, regionCode, point, at }: PlacedCase,
    words: string,
  ): Promise<AssigneeChoices> {
    const people: UserFacts[] = welderId === null ? [] : await this.users.ofWelder(tx, welderId);
    if (enterpriseId !== null)
      for (const role of SEATS) people.push(...(await this.users.withRole(tx, { role, enterpriseId })));
    const { people: responsible } = await this.grids.responsibleFor(tx, { regionCode, point }, at);
    people.push(...(await this.users.byIds(tx, responsible)));
    for (const role of NEAREST_FIRST) people.push(...(await this.users.withRole(tx, { role, regionCode })));
    const own = enterpriseId === null ? null : await this.registry.enterpriseById(tx, enterpriseId);
    const named = words === '' ? [] : await this.registry.enterprisesNamed(tx, words, MOST_ENTERPRISES);
    return {
      people: unique(people).filter(({ name, roles }) => name.includes(words) && holds(roles, 'violation.command')),
      enterprises: unique([...(own ? [own] : []), ...named]),
    };
  }
}

const unique = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
