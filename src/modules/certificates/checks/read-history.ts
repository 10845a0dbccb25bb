import { Injectable } from '@nestjs/common';
import type { LookupAnswer, VerificationMethod } from '../../../domain/certificates/lookup';
import { hideNumbers } from '../../../domain/certificates/hide-numbers';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { HeldCards } from '../held-cards.view';
import { CertificateCheckStore, type Check } from './certificate-check.store';
import type { CertificateCheckView, CertificateHistory, ScanReading } from './check.dto';
import { SCANNED_TEXT } from './scan-certificate';

/** Who did what about a certificate, when and how. Proofs and scanned texts are for those who check, not for colleagues. */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly held: HeldCards,
    private readonly checks: CertificateCheckStore,
    private readonly users: UsersReader,
    private readonly sealer: Sealer,
  ) {}

  async execute({ caller }: Request, id: string): Promise<Result<CertificateHistory, Refusal>> {
    const card = await this.uow.run(caller.scope, (tx) => this.held.find(tx, id));
    if (!card) return refused(notFound('certificate.not-found'));
    // as the system: colleagues see no line of the table, and nobody sees the accounts of officials
    return this.uow.run(systemScope('certificate-history'), async (tx) => {
      const checks = await this.checks.of(tx, id);
      const people = await this.users.byIds(tx, [...new Set(checks.map(({ doneBy }) => doneBy))]);
      const names = new Map(people.map((one) => [one.id, one.name]));
      const shown = checks.filter(({ kind }) => kind !== 'revealed' || mayCheck(caller));
      return ok({ items: shown.map((check) => this.view(check, caller, card.welderId, names)) });
    });
  }

  private view(
    check: Check,
    caller: Caller,
    welderId: string,
    names: ReadonlyMap<string, string>,
  ): CertificateCheckView {
    const { kind, answer, scanSealed } = check;
    const checking = mayCheck(caller);
    return {
      kind,
      answer: kind === 'lookup' ? (answer as LookupAnswer) : null,
      reading: kind === 'scanned' ? (answer as ScanReading) : null,
      text: checking && scanSealed !== null ? hideNumbers(this.sealer.open(SCANNED_TEXT, scanSealed)) : null,
      method: check.method as VerificationMethod | null,
      note: check.note,
      screenshotId: checking || caller.welderId === welderId ? check.screenshotId : null,
      doneBy: names.get(check.doneBy) ?? '',
      doneAt: isoTime(check.doneAt),
    };
  }
}

const mayCheck = ({ roles }: Caller): boolean => holds(roles, 'certificate.look-up');
