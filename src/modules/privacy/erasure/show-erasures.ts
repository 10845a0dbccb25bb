import { Injectable } from '@nestjs/common';
import {
  erasureLifeCycle, erasureStanding, type ErasureSnapshot, type ErasureStanding,
} from '../../../domain/privacy/erasure'; // prettier-ignore
import { AUTHORITY, hasRole } from '../../../domain/people/roles';
import { isoTime, type Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { ErasureRequestView } from './erasure.dto';
import { erasureFacts, type ListedErasure, type Person } from './erasure-requests.view';

type Ids = Pick<Person, 'userId' | 'welderId'>;

/** Requests as their asker and the officials see them. Under the system's scope: what stands against one lies anywhere. */
@Injectable()
export class ShowErasures {
  constructor(private readonly rules: RulesReader) {}

  async standingOf(tx: Tx, person: Ids, at: Instant): Promise<ErasureStanding> {
    const keepDays = this.rules.book().value<number>('erasure.keep-after-work-days', {}, at);
    return erasureStanding(await erasureFacts(tx, person), keepDays, at);
  }

  async snapshotOf(
    { tx, caller, at }: Call,
    request: Ids & Pick<ListedErasure, 'state' | 'askedBy'>,
  ): Promise<ErasureSnapshot> {
    const settled = request.state !== 'asked' && request.state !== 'approved';
    const standing = settled ? NOTHING : await this.standingOf(tx, request, at);
    return { ...standing, state: request.state, ...roleOf(caller, request) };
  }

  async show(call: Call, listed: ListedErasure): Promise<ErasureRequestView> {
    const snapshot = await this.snapshotOf(call, listed);
    const { id, state, name, welderId, userId, regionCode, reason, note, askedByName, decidedByName } = listed;
    return {
      ...{
        id,
        state,
        name,
        welderId,
        userId,
        regionCode,
        reason,
        note,
        askedBy: askedByName,
        decidedBy: decidedByName,
      },
      askedAt: isoTime(listed.askedAt),
      decidedAt: listed.decidedAt === null ? null : isoTime(listed.decidedAt),
      doneAt: listed.doneAt === null ? null : isoTime(listed.doneAt),
      obstacles: [...snapshot.obstacles],
      keptUntil: snapshot.keptUntil === null ? null : isoTime(snapshot.keptUntil),
      commands: erasureLifeCycle.open(snapshot),
    };
  }
}

const NOTHING: ErasureStanding = { obstacles: [], keptUntil: null };

const roleOf = (caller: Caller, { userId, askedBy }: { userId: string | null; askedBy: string }) => ({
  byOfficial: hasRole(caller, ...AUTHORITY),
  byAsker: caller.userId === askedBy || caller.userId === userId,
});
