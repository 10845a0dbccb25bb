import { Injectable } from '@nestjs/common';
import { explainFinding } from '../../../domain/authorization/explain-finding';
import { isBlocking } from '../../../domain/authorization/finding';
import type { FindingCode } from '../../../domain/authorization/finding-texts';
import { grantableBy, servesDesk } from '../../../domain/help/grantable';
import { helpLifeCycle, type HelpSnapshot } from '../../../domain/help/help-life-cycle';
import { isoTimeOrNull, type Instant } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import { StoredDecisions, type StoredDecision } from '../../jobs/refusals/stored-decisions';
import { RulesReader } from '../../rules/rules.reader';
import { DutyDesk } from '../duty/duty-desk';
import type { HelpDetail } from './help.dto';
import { stepShown, ticketShown } from './help-shown';
import type { StoredTicket } from './help.store';
import { HelpViews } from './help.view';

/** A ticket with its refusal, then and now. */
export interface KnownTicket {
  readonly ticket: StoredTicket;
  readonly decision: StoredDecision;
  /** What would block the same scan now. */
  readonly blocks: readonly FindingCode[];
  /** What of it the caller may let pass. */
  readonly grantable: readonly FindingCode[];
  readonly snapshot: HelpSnapshot;
}

/** One request for help, whole. Under the system's scope: the caller has been shown to see it. */
@Injectable()
export class HelpDetails {
  constructor(
    private readonly decisions: StoredDecisions,
    private readonly views: HelpViews,
    private readonly rules: RulesReader,
    private readonly duty: DutyDesk,
  ) {}

  async know(call: Call, ticket: StoredTicket): Promise<KnownTicket> {
    const { caller } = call;
    const decision = await this.decisions.find(call.tx, ticket.decisionId);
    if (!decision) throw new Error(`decision ${ticket.decisionId} is gone`);
    const blocks = await this.decisions.blocksNow(call, decision);
    const grantable = namesWork(decision) ? grantableBy(blocks, caller.roles) : [];
    const snapshot = {
      state: ticket.state,
      byDesk: servesDesk(caller),
      byAsker: caller.userId === ticket.askedBy || (caller.welderId !== null && caller.welderId === ticket.welderId),
      grantable: grantable.length,
      gone: blockedBy(decision).filter((code) => !blocks.includes(code)).length,
    };
    return { ticket, decision, blocks, grantable, snapshot };
  }

  async show(call: Call, ticket: StoredTicket): Promise<HelpDetail> {
    const { tx, language, at } = call;
    const [row] = await this.views.load(tx, [ticket.id]);
    const { decision, blocks, grantable, snapshot } = await this.know(call, ticket);
    const { until, ...person } = await this.duty.onDuty(tx, ticket.regionCode, at);
    return {
      ...ticketShown(row!, language),
      findings: decision.findings.filter(isBlocking).map((finding) => ({
        ...explainFinding(finding, language),
        standing: blocks.includes(finding.code) ? 'stands' : 'gone',
        grantable: grantable.includes(finding.code),
      })),
      steps: (await this.views.steps(tx, ticket.id)).map(stepShown),
      commands: helpLifeCycle.open(snapshot),
      duty: { ...person, until: isoTimeOrNull(until) },
      longestGrantHours: this.longestGrantHours(ticket.regionCode, at),
    };
  }

  longestGrantHours(regionCode: string, at: Instant): number {
    return this.rules.book().value<number>('help.longest-grant-hours', { regionCode }, at);
  }
}

/** Only a known welder with a known machine can be let through. */
const namesWork = ({ machineId, welderId }: StoredDecision): boolean => machineId !== null && welderId !== null;

const blockedBy = ({ findings }: StoredDecision): FindingCode[] => findings.filter(isBlocking).map(({ code }) => code);
