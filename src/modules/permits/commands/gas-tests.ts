import { Injectable } from '@nestjs/common';
import {
  gasFaults,
  gasesToMeasure,
  judgeGasSample,
  type GasSample,
  type GasVerdict,
} from '../../../domain/permits/gas-test';
import { invalid, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { GasTestRequest } from '../permit-command.dto';
import type { Loaded } from '../permit-loader';
import { PermitRecordStore } from '../permit-record.store';
import type { Effect } from '../permit-steps';

export interface JudgedSample {
  readonly sample: GasSample;
  readonly verdict: GasVerdict;
}

/** Checks, judges and keeps gas tests, whether a person typed them or a device sent them. */
@Injectable()
export class GasTests {
  constructor(
    private readonly records: PermitRecordStore,
    private readonly ids: Ids,
  ) {}

  judge(request: GasTestRequest, { permit, rules }: Loaded, at: Instant): Result<JudgedSample, Refusal> {
    const sample: GasSample = { ...request, sampledAt: Date.parse(request.sampledAt) };
    const faults = gasFaults(sample, rules.gasLimits, gasesToMeasure(permit.gases, permit.placeKinds), at);
    if (faults.length > 0)
      return refused(
        invalid('permit.gas-sample-refused', {
          errors: faults.map(({ index, code, params }) => ({ path: pathOf(index, code), code, params })),
        }),
      );
    return ok({ sample, verdict: judgeGasSample(sample, rules.gasLimits) });
  }

  /** What the step does: a test that failed stops work, and says which reading did it. */
  keep(
    tx: Tx,
    permitId: string,
    { sample, verdict }: JudgedSample,
    by: { userId: string; source: 'manual' | 'feed' },
    suspends: boolean,
    at: Instant,
  ): Effect {
    this.records.addGasTest(
      tx,
      permitId,
      { id: this.ids.next(at), sample, ...verdict, source: by.source, testedBy: by.userId },
      at,
    );
    const failed = verdict.failed.map(({ gas, vol, limit }) => ({ gas, vol, ...limit }));
    return {
      detail: {
        sampledAt: new Date(sample.sampledAt).toISOString(),
        passed: verdict.passed,
        failed,
        source: by.source,
      },
      changes: suspends ? { suspendedAt: at, suspendReason: 'gas-test-failed' } : {},
    };
  }
}

const pathOf = (index: number | null, code: string): string => {
  if (index !== null) return `readings.${index}.${code === 'permit.gas-unknown' ? 'gas' : 'value'}`;
  if (code === 'permit.gas-sample-in-future') return 'sampledAt';
  return code === 'permit.gas-instrument-expired' ? 'instrument.calibrationDueOn' : 'readings';
};
