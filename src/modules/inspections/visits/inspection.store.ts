import { Injectable } from '@nestjs/common';
import type { InspectionKind, InspectionSource, InspectionState, InspectionStep } from '../../../domain/inspections/inspection-life-cycle'; // prettier-ignore
import type { Tx } from '../../../platform/database/unit-of-work';
import { InspectionFindingRow } from '../../../schema/inspections/inspection-finding.row';
import { InspectionStepRow } from '../../../schema/inspections/inspection-step.row';
import { InspectionRow } from '../../../schema/inspections/inspection.row';

export interface Inspection extends Readonly<Omit<InspectionRow, 'answers'>> {
  readonly source: InspectionSource;
  readonly kind: InspectionKind;
  readonly state: InspectionState;
  readonly answers: Readonly<Record<string, string>>;
}

export interface TakenStep extends Readonly<InspectionStepRow> {
  readonly step: InspectionStep;
}

@Injectable()
export class InspectionStore {
  async insert(tx: Tx, inspections: readonly Inspection[]): Promise<void> {
    if (inspections.length > 0) await tx.rows(InspectionRow).insert(inspections);
  }

  async find(tx: Tx, id: string): Promise<Inspection | null> {
    return (await tx.rows(InspectionRow).findOne({ where: { id } })) as Inspection | null;
  }

  async lock(tx: Tx, id: string): Promise<Inspection | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(InspectionRow).findOne({ where: { id }, lock })) as Inspection | null;
  }

  /** Whether some target of a draw was not looked at yet. */
  hasUnvisited(tx: Tx, drawId: string): Promise<boolean> {
    return tx.rows(InspectionRow).existsBy({ drawId, state: 'planned' });
  }

  async change(tx: Tx, id: string, changes: Partial<InspectionRow>): Promise<void> {
    await tx.rows(InspectionRow).update({ id }, changes);
  }

  addStep(tx: Tx, step: TakenStep): Promise<void> {
    return tx.rows(InspectionStepRow).insert(step);
  }

  addFinding(tx: Tx, inspectionId: string, violationId: string): Promise<void> {
    return tx.rows(InspectionFindingRow).insert({ inspectionId, violationId });
  }
}
