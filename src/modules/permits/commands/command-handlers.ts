import type { FactoryProvider } from '@nestjs/common';
import type { PermitCommand } from '../../../domain/permits/permit-life-cycle';
import { AmendPermit } from './amend-permit';
import { ClosePermit } from './close-permit';
import { ConfirmMeasures } from './confirm-measures';
import { EvidenceFiles } from './evidence';
import { GasTests } from './gas-tests';
import type { CommandHandler } from './handler';
import { IssuePermit } from './issue-permit';
import { LeaveWatch, TakeUpWatch, TapWatch, WatchBook } from './keep-watch';
import { RecordGasTest } from './record-gas-test';
import { FinishWork, ResumeWork, StartWork, SuspendWork } from './run-work';
import { ApprovePermit, CountersignPermit } from './sign-permit';
import { SignatureWriter } from './signature-writer';
import { SubmitPermit } from './submit-permit';
import { TurnDownPermit } from './turn-down-permit';
import { VisitSite } from './visit-site';

/** What each command does. */
export abstract class CommandHandlers {
  abstract readonly byCommand: Readonly<Record<PermitCommand, CommandHandler>>;
}

const HANDLERS = [
  SubmitPermit, ApprovePermit, CountersignPermit, TurnDownPermit, IssuePermit, ConfirmMeasures, RecordGasTest, TakeUpWatch, TapWatch,
  LeaveWatch, StartWork, SuspendWork, ResumeWork, FinishWork, ClosePermit, AmendPermit, VisitSite,
] as const; // prettier-ignore

type Instances<T extends readonly (abstract new (...args: never[]) => object)[]> = {
  -readonly [K in keyof T]: InstanceType<T[K]>;
};

const byCommand: FactoryProvider<CommandHandlers> = {
  provide: CommandHandlers,
  inject: [...HANDLERS],
  useFactory: (...handlers: Instances<typeof HANDLERS>): CommandHandlers => {
    const [submit, approve, countersign, turnDown, issue, measures, gasTest, takeUp, tap, leave, start, suspend, resume, finish, close, amend, visit] = handlers; // prettier-ignore
    return {
      byCommand: {
        submit, approve, countersign, issue, measures, start, suspend, resume, finish, close, amend,
        return: turnDown, reject: turnDown, cancel: turnDown,
        'gas-test': gasTest,
        'fire-watch-on': takeUp, 'substitute-watch': takeUp, 'watch-tap': tap, 'fire-watch-off': leave,
        'site-visit': visit,
      },
    }; // prettier-ignore
  },
};

export const COMMAND_PROVIDERS = [...HANDLERS, byCommand, EvidenceFiles, SignatureWriter, GasTests, WatchBook];
