import { Injectable } from '@nestjs/common';
import type { CheckResult, ProviderState } from '../../../domain/training/providers';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { TrainingProviderRow } from '../../../schema/training/training-provider.row';
import { UsersReader } from '../../identity/users.reader';
import { RegistryReader } from '../../registry/registry.reader';
import { PracticesView } from '../practices/practices.view';
import type { ProviderView } from './provider.dto';
import { ProviderStore } from './provider.store';

/** Schools as officials see them: with their checks, their enterprise and who instructs there. */
@Injectable()
export class ProvidersView {
  constructor(
    private readonly providers: ProviderStore,
    private readonly practices: PracticesView,
    private readonly users: UsersReader,
    private readonly registry: RegistryReader,
  ) {}

  async show(tx: Tx, rows: readonly TrainingProviderRow[]): Promise<ProviderView[]> {
    const ids = rows.map(({ id }) => id);
    const checks = await this.providers.checksOf(tx, ids);
    const users = await this.users.byIds(tx, [...new Set(checks.flatMap(({ checkedBy }) => checkedBy ?? []))]);
    const names = new Map(users.map(({ id, name }) => [id, name]));
    const enterprises = await this.registry.namesOf(tx, rows.flatMap(({ enterpriseId }) => enterpriseId ?? [])); // prettier-ignore
    const instructors = await this.practices.instructorsOf(tx, ids);
    return rows.map((row) => ({
      ...{ id: row.id, name: row.name, regionCode: row.regionCode, contactName: row.contactName },
      ...{ contactPhone: row.contactPhoneMasked, licence: row.licence, state: row.state as ProviderState },
      enterpriseName: row.enterpriseId === null ? null : (enterprises.get(row.enterpriseId) ?? null),
      instructors: instructors
        .filter(({ providerId }) => providerId === row.id)
        .map(({ welderId, name }) => ({ welderId, name })),
      checks: checks
        .filter(({ providerId }) => providerId === row.id)
        .map(({ id, checkedOn, result, note, checkedBy }) => ({
          ...{ id, checkedOn, result: result as CheckResult, note, checkedBy: names.get(checkedBy ?? '') ?? '' },
        })),
    }));
  }
}
