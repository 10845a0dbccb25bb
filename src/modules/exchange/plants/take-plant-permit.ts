import { Injectable } from '@nestjs/common';
import type { PlantPaper } from '../../../domain/permits/plant-paper';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call } from '../../../platform/auth/request';
import type { DraftPermitRequest } from '../../permits/draft/draft.dto';
import type { Loaded } from '../../permits/permit-loader';
import { PlantSteps, type PlantStep } from '../../permits/taken/plant-steps';
import { TakeInPermit } from '../../permits/taken/take-in-permit';
import type { Plant } from './know-paper';
import { actorOf, personHere, PlantPeople, type PeopleHere } from './plant-people';
import type { PlantPermitPaper, PlantPersonPaper } from './plant-paper.dto';

/** A permit that a plant has signed, with all that was done under it up to then: watcher, measures, gas tests, the start. */
@Injectable()
export class TakePlantPermit {
  constructor(
    private readonly people: PlantPeople,
    private readonly permits: TakeInPermit,
    private readonly steps: PlantSteps,
  ) {}

  async take(
    call: Omit<Call, 'language'>,
    plant: Plant,
    paper: PlantPermitPaper,
  ): Promise<Result<{ loaded: Loaded; applied: boolean }, Refusal>> {
    const { tx, at } = call;
    const enterprises = [plant.enterpriseId, paper.contractorId].filter((id) => id !== undefined);
    const known = await this.people.accounts(tx, namedIn(paper), enterprises);
    if (!known.ok) return known;
    const welderIds = await this.people.welders(tx, paper.welders);
    if (!welderIds.ok) return welderIds;
    const machineIds = await this.people.machines(tx, paper.machines ?? []);
    if (!machineIds.ok) return machineIds;
    const accountOf = ({ account }: PlantPersonPaper) => known.value.get(account ?? '') ?? null;
    const watcher = accountOf(paper.watcher);
    if (watcher === null) return refused(wrongField('watcher.account', 'plant.watcher-unknown'));
    const applicant = accountOf(paper.applicant);
    const named = { welderIds: welderIds.value, machineIds: machineIds.value, fireWatchId: watcher.id };
    const made = await this.permits.takeIn(call, {
      work: {
        ...workOf(plant, paper),
        ...named,
        welderIds: [...named.welderIds],
        machineIds: [...named.machineIds],
        ...(paper.workLeader && leaderOf(accountOf(paper.workLeader)?.id)),
      },
      paper: signedBy(plant, paper, known.value),
      plant: { number: paper.number, name: plant.name },
      applicantId: applicant?.id ?? plant.answersId,
      actor: actorOf(applicant),
    });
    if (!made.ok) return made;
    let loaded = made.value;
    for (const step of stepsOf(plant, paper)) {
      const user = step.event === 'watch-on' ? watcher : null;
      const done = await this.steps.take({ tx, actor: actorOf(user), at }, loaded, { ...step, user });
      if (!done.ok) return done;
      loaded = done.value;
    }
    return ok({ loaded, applied: true });
  }
}

/** Everybody whom the paper names, by the path of the field. */
function namedIn({ applicant, workLeader, watcher, approvals, records = [] }: PlantPermitPaper) {
  return Object.fromEntries<PlantPersonPaper>([
    ['applicant', applicant],
    ['watcher', watcher],
    ...(workLeader ? [['workLeader', workLeader] as const] : []),
    ...approvals.map(({ person }, i) => [`approvals.${i}.person`, person] as const),
    ...records.map(({ person }, i) => [`records.${i}.person`, person] as const),
  ]);
}

const leaderOf = (workLeaderId: string | undefined) => (workLeaderId === undefined ? {} : { workLeaderId });

/** The work as any draft says it; its level is the one before holidays, night and the like raise it. */
function workOf({ enterpriseId }: Plant, paper: PlantPermitPaper): Omit<DraftPermitRequest, 'welderIds'> {
  const { answers, contractorId, place, content, method, gases, relatedTickets, riskAnalysis, workPlanNumber, video } =
    paper;
  const { plannedStart, plannedEnd } = paper;
  return {
    ...{ regime: 'chemical' as const, enterpriseId, answers, contractorId, place, content, method, gases },
    ...{ relatedTickets, riskAnalysis, workPlanNumber, video, plannedStart, plannedEnd },
  };
}

function signedBy(plant: Plant, paper: PlantPermitPaper, known: PeopleHere): PlantPaper {
  const here = (person: PlantPersonPaper) => personHere(person, known);
  return {
    level: paper.level,
    applicant: here(paper.applicant),
    welderPersonIds: paper.welders.map(({ id }) => id),
    signatures: paper.approvals.map(({ seat, person, at, onSite }) => {
      return { seat, person: here(person), at: Date.parse(at), onSite };
    }),
    records: (paper.records ?? []).map(({ kind, person }) => ({
      kind,
      userId: here(person).userId ?? plant.answersId,
    })),
  };
}

/** In the order in which the law asks for them. */
function stepsOf({ answersId }: Plant, paper: PlantPermitPaper): Omit<PlantStep, 'user'>[] {
  const bare = { answersId, reason: null, measures: [], gasTest: null, residualFire: false };
  const { measures = [], gasTests = [], watched = false, started = false } = paper;
  return [
    ...(watched ? [{ ...bare, event: 'watch-on' as const }] : []),
    ...(measures.length > 0 ? [{ ...bare, event: 'measures' as const, measures }] : []),
    ...gasTests.map((gasTest) => ({ ...bare, event: 'gas-test' as const, gasTest })),
    ...(started ? [{ ...bare, event: 'start' as const }] : []),
  ];
}
