import { Injectable } from '@nestjs/common';
import type { PlantPerson } from '../../../domain/permits/plant-paper';
import { oneOrMany, type FieldError, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { systemActor, type Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import { CERTIFICATE_NUMBER } from '../../certificates/add-certificate';
import { CertificatesReader } from '../../certificates/certificates.reader';
import type { UserFacts } from '../../identity/caller-of-user';
import { UsersReader } from '../../identity/users.reader';
import { RegistryReader } from '../../registry/registry.reader';
import type { PlantPersonPaper, PlantWelderPaper } from './plant-paper.dto';

/** The people of a paper by the accounts that they have here. */
export type PeopleHere = ReadonlyMap<string, UserFacts>;

/** Who the people and machines of a paper are here. */
@Injectable()
export class PlantPeople {
  constructor(
    private readonly users: UsersReader,
    private readonly registry: RegistryReader,
    private readonly certificates: CertificatesReader,
    private readonly sealer: Sealer,
  ) {}

  /** An account that is named must be one of the plant or of its contractor; whoever has none is known by name. */
  async accounts(
    tx: Tx,
    named: Readonly<Record<string, PlantPersonPaper>>,
    enterpriseIds: readonly string[],
  ): Promise<Result<PeopleHere, Refusal>> {
    const asked = Object.entries(named).flatMap(([path, { account }]) => (account ? [{ path, account }] : []));
    const known = await this.users.activeNamed(tx, [...new Set(asked.map(({ account }) => account))], enterpriseIds);
    const unknown = asked.filter(({ account }) => !known.has(account));
    return unknown.length === 0
      ? ok(known)
      : refused(
          oneOrMany(unknown.map(({ path, account }) => fault(`${path}.account`, 'plant.account-unknown', { account }))),
        );
  }

  /** By the number of a certificate or by the code of the card; the name is compared, for a number is easily mistyped. */
  async welders(tx: Tx, welders: readonly PlantWelderPaper[]): Promise<Result<readonly string[], Refusal>> {
    const numbers = welders.flatMap(({ certificate }) => (certificate ? [this.hashOf(certificate)] : []));
    const holders = await this.certificates.holdersOf(tx, numbers);
    const ids: string[] = [];
    const errors: FieldError[] = [];
    for (const [i, { name, certificate, code }] of welders.entries()) {
      const byNumber = certificate === undefined ? null : (holders.get(this.hashOf(certificate)) ?? null);
      const welder =
        byNumber !== null
          ? await this.registry.welderById(tx, byNumber)
          : code === undefined
            ? null
            : await this.registry.welderByCode(tx, code);
      if (!welder) errors.push(fault(`welders.${i}`, 'plant.welder-unknown', { name }));
      else if (welder.name !== name.trim())
        errors.push(fault(`welders.${i}.name`, 'plant.welder-name-differs', { name }));
      else ids.push(welder.id);
    }
    return errors.length === 0 ? ok([...new Set(ids)]) : refused(oneOrMany(errors));
  }

  private hashOf(certificate: string): string {
    return this.sealer.fingerprint(CERTIFICATE_NUMBER, certificate.trim().toUpperCase());
  }

  async machines(tx: Tx, codes: readonly string[]): Promise<Result<readonly string[], Refusal>> {
    const ids: string[] = [];
    const errors: FieldError[] = [];
    for (const [i, code] of codes.entries()) {
      const machine = await this.registry.machineByCode(tx, code);
      if (machine) ids.push(machine.id);
      else errors.push(fault(`machines.${i}`, 'plant.machine-unknown', { code }));
    }
    return errors.length === 0 ? ok([...new Set(ids)]) : refused(oneOrMany(errors));
  }
}

/** The name is kept only of whoever has no account here. */
export function personHere({ id, name, account }: PlantPersonPaper, known: PeopleHere): PlantPerson {
  const user = account === undefined ? undefined : known.get(account);
  return { personId: id, name: user ? null : name, userId: user?.id ?? null, welderId: user?.welderId ?? null };
}

/** Whoever has no account here did it at the plant; the signed paper says who. */
export const actorOf = (user: UserFacts | null): Actor =>
  user ? { userId: user.id, name: user.name, address: null } : systemActor('plant');

const fault = (path: string, code: string, params: FieldError['params']): FieldError => ({ path, code, params });
