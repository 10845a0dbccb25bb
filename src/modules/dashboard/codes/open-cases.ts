import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ViolationsReader, type OpenViolation } from '../../supervision/violations.reader';
import type { OfficialViolation } from './code-page.dto';
import { type Eyes, servesThere } from './eyes';
import { isoTime } from '../../../kernel/time';

/** What is still to be put right about a machine or welder, in the regions the official serves. */
@Injectable()
export class OpenCases {
  constructor(private readonly violations: ViolationsReader) {}

  async ofMachine(tx: Tx, machineId: string, eyes: Eyes): Promise<OfficialViolation[]> {
    return shown(await this.violations.openOfMachine(tx, machineId), eyes);
  }

  async ofWelder(tx: Tx, welderId: string, eyes: Eyes): Promise<OfficialViolation[]> {
    return shown(await this.violations.openOfWelder(tx, welderId), eyes);
  }
}

const shown = (cases: readonly OpenViolation[], eyes: Eyes): OfficialViolation[] =>
  cases
    .filter(({ regionCode }) => servesThere(eyes, regionCode))
    .map(({ id, kind, grade, state, foundAt }) => ({ id, kind, grade, state, foundAt: isoTime(foundAt) }));
