import { Injectable } from '@nestjs/common';
import { modesAt } from '../../../domain/authorization/roll-out-modes';
import { inspectionWarnDays } from '../../../domain/registry/inspection';
import { claimsNoChip } from '../../../domain/registry/machine-facts';
import { machineStanding, type MachineToJudge } from '../../../domain/standing/machine-standing';
import { DAY, shanghaiMidnight, isoTimeOrNull } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { CodeMachine, CodeOfficial } from './code-page.dto';
import type { CodePageMaker, PageOfThing } from './code-page-maker';
import { type Eyes, isOfficial } from './eyes';
import { MachinePageView, type MachineOnPage } from './machine-page.view';
import { OpenCases } from './open-cases';
import { Sentences } from './sentences';

/** A machine's page: may one weld with it? */
@Injectable()
export class MachinePage implements CodePageMaker {
  constructor(
    private readonly machines: MachinePageView,
    private readonly rules: RulesReader,
    private readonly cases: OpenCases,
    private readonly sentences: Sentences,
  ) {}

  async of(tx: Tx, id: string, eyes: Eyes): Promise<PageOfThing | null> {
    const machine = await this.machines.find(tx, id, eyes.at);
    if (!machine) return null;
    const warnDays = inspectionWarnDays(this.rules.book(), machine.regionCode, eyes.at);
    const standing = machineStanding(judged(machine, warnDays), eyes.at);
    return {
      status: machine.status,
      title: [machine.model, machine.serialNumber].filter(Boolean).join(' '),
      tone: standing.tone,
      sentence: this.sentences.of('machine', standing, eyes.language),
      machine: shown(machine),
      official: isOfficial(eyes) ? await this.forOfficials(tx, machine, eyes) : null,
    };
  }

  private async forOfficials(tx: Tx, machine: MachineOnPage, eyes: Eyes): Promise<CodeOfficial> {
    return {
      regionCode: machine.regionCode,
      enterpriseName: machine.enterpriseName,
      chipNo: machine.chipNo,
      lastHeardAt: isoTimeOrNull(machine.lastSeenAt),
      idNumber: null,
      openViolations: await this.cases.ofMachine(tx, machine.id, eyes),
      jobs: machine.jobs.map(({ id, state, welderName, since }) => ({
        id,
        state,
        with: welderName,
        since: new Date(since).toISOString(),
      })),
    };
  }
}

const judged = (machine: MachineOnPage, warnDays: number): MachineToJudge => ({
  status: machine.status,
  process: machine.process,
  claimsNoChip: claimsNoChip({ factsClaimed: !machine.factsConfirmed, control: machine.control }),
  chip: machine.chipNo === null ? null : { tamper: machine.tamper, blocked: machine.blocked ?? false },
  inspectionEndsAt: machine.inspectionDueOn === null ? null : shanghaiMidnight(machine.inspectionDueOn) + DAY,
  inUse: machine.jobs.length > 0,
  modes: modesAt(machine.modes),
  warnDays,
});

const shown = (machine: MachineOnPage): CodeMachine => ({
  id: machine.id,
  model: machine.model,
  process: machine.process,
  control: machine.control,
  outlets: machine.outlets,
  inspectionDueOn: machine.inspectionDueOn,
  status: machine.status,
  hasChip: machine.chipNo !== null,
  factsConfirmed: machine.factsConfirmed,
  inUse: machine.jobs.length > 0,
  identity: modesAt(machine.modes).identity,
});
