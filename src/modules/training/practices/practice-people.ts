import { Injectable } from '@nestjs/common';
import { practiceMachineFault, pupilFault } from '../../../domain/training/practice';
import { conflict, forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { TrainingProviderRow } from '../../../schema/training/training-provider.row';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader } from '../../registry/registry.reader';
import { ProviderStore } from '../providers/provider.store';
import { PracticeStore } from './practice.store';

/** The school that an instructor teaches at. */
export interface School extends TrainingProviderRow {
  readonly enterpriseId: string;
}

/** Who instructs, on what, and whom: what scanned codes stand for, and whether they may be in a session. */
@Injectable()
export class PracticePeople {
  constructor(
    private readonly practices: PracticeStore,
    private readonly providers: ProviderStore,
    private readonly registry: RegistryReader,
    private readonly codes: CodeRegistry,
  ) {}

  /** An official named the caller, and the school may teach. */
  async schoolOf(tx: Tx, { welderId }: Caller): Promise<Result<{ school: School; instructorId: string }, Refusal>> {
    const named = welderId === null ? null : await this.practices.instructor(tx, welderId);
    const school = named && (await this.providers.find(tx, named.providerId));
    if (!named || !school) return refused(forbidden('practice.not-an-instructor'));
    if (school.state === 'suspended') return refused(conflict('practice.school-suspended'));
    if (school.enterpriseId === null) return refused(conflict('practice.school-without-enterprise'));
    return ok({ school: { ...school, enterpriseId: school.enterpriseId }, instructorId: named.welderId });
  }

  async machine(tx: Tx, path: string, text: string, schoolId: string): Promise<Result<string, Refusal>> {
    const code = await this.codes.resolve(tx, text);
    if (code?.kind !== 'machine') return refused(wrongField(path, 'practice.machine-unknown'));
    const machine = await this.registry.machineById(tx, code.entityId);
    const userEnterpriseId = await this.registry.machineUser(tx, code.entityId);
    const fault = machine
      ? practiceMachineFault({ ...machine, userEnterpriseId }, schoolId)
      : 'practice.machine-unknown';
    return fault === null ? ok(code.entityId) : refused(wrongField(path, fault));
  }

  async pupil(tx: Tx, path: string, text: string, instructorId: string): Promise<Result<string, Refusal>> {
    const code = await this.codes.resolve(tx, text);
    const pupil = code?.kind === 'welder' ? await this.registry.welderById(tx, code.entityId) : null;
    if (!pupil) return refused(wrongField(path, 'training.card-unknown'));
    const fault = pupilFault(pupil, instructorId);
    return fault === null ? ok(pupil.id) : refused(wrongField(path, fault));
  }
}
