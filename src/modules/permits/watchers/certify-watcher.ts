import { Injectable } from '@nestjs/common';
import { forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, shanghaiMidnight, type Instant, isoTimeOrNull } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FileStore } from '../../../platform/files/file-store';
import { Ids } from '../../../platform/time/ids';
import { UsersReader } from '../../identity/users.reader';
import { RegistryReader } from '../../registry/registry.reader';
import type { WatcherCertificateRequest, WatcherCertificates, WatcherCertificateView } from './watcher-certificate.dto';
import { WatcherCertificateStore, type WatcherCertificate } from './watcher-certificate.store';

/** 监护人培训合格证: recorded for somebody of one's own enterprise, never for oneself; revoked by an official of its region. */
@Injectable()
export class CertifyWatcher {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: WatcherCertificateStore,
    private readonly users: UsersReader,
    private readonly registry: RegistryReader,
    private readonly files: FileStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async record(
    { caller, at }: Request,
    userId: string,
    body: WatcherCertificateRequest,
  ): Promise<Result<WatcherCertificateView, Refusal>> {
    return this.uow.run(systemScope('certify-watcher'), async (tx) => {
      const user = await this.users.byId(tx, userId);
      const enterprise = user?.enterpriseId ? await this.registry.enterpriseById(tx, user.enterpriseId) : null;
      if (!user || !enterprise || !within(caller, enterprise))
        return refused(notFound('watcher-certificate.not-found'));
      if (caller.seatWaiting === true) return refused(forbidden('permit.seat-unconfirmed'));
      if (caller.userId === userId) return refused(forbidden('watcher-certificate.own'));
      if (shanghaiMidnight(body.validTo) + DAY <= at) return refused(wrongField('validTo', 'watcher-certificate.past'));
      const file = await this.files.read(tx, body.photoId);
      if (file?.uploadedBy !== caller.userId) return refused(wrongField('photoId', 'permit.file-unknown'));
      const made: WatcherCertificate = {
        id: this.ids.next(at),
        userId,
        enterpriseId: enterprise.id,
        regionCode: enterprise.regionCode,
        number: body.number.trim(),
        validTo: body.validTo,
        photoId: body.photoId,
        recordedBy: caller.userId,
        recordedAt: at,
        revokedAt: null,
        revokeReason: null,
      };
      await this.certificates.insert(tx, made);
      this.journal.record(tx, caller, at, [
        {
          action: 'watcher-certificate.recorded',
          entity: 'watcher-certificate',
          entityId: made.id,
          regionCode: made.regionCode,
          after: { ...made, photoSha256: file.sha256 },
        },
      ]);
      return ok(viewAt(made, at));
    });
  }

  async revoke(
    { caller, at }: Request,
    id: string,
    { reason }: { readonly reason: string },
  ): Promise<Result<WatcherCertificateView, Refusal>> {
    return this.uow.run(systemScope('revoke-watcher-certificate'), async (tx) => {
      const found = await this.certificates.lock(tx, id);
      if (!found || !within(caller, { id: found.enterpriseId, regionCode: found.regionCode }))
        return refused(notFound('watcher-certificate.not-found'));
      if (found.revokedAt !== null) return ok(viewAt(found, at));
      const revoked = { ...found, revokedAt: at, revokeReason: reason.trim() };
      await this.certificates.revoke(tx, id, caller.userId, revoked.revokeReason, at);
      const { regionCode } = found;
      const entry = { action: 'watcher-certificate.revoked', entity: 'watcher-certificate', entityId: id, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { revokedAt: at, reason: revoked.revokeReason } }]);
      return ok(viewAt(revoked, at));
    });
  }

  async of({ caller, at }: Request, userId: string): Promise<WatcherCertificates> {
    return this.uow.run(systemScope('watcher-certificates'), async (tx) => {
      const found = await this.certificates.ofUser(tx, userId);
      const shown = found.filter(
        (one) => one.userId === caller.userId || within(caller, { id: one.enterpriseId, regionCode: one.regionCode }),
      );
      return { items: shown.map((one) => viewAt(one, at)) };
    });
  }
}

/** Whose people the caller sees: those of their enterprise, or of the region they are in charge of. */
function within({ scope }: Caller, enterprise: { readonly id: string; readonly regionCode: string }): boolean {
  switch (scope.kind) {
    case 'system':
      return true;
    case 'region':
      return isWithin(enterprise.regionCode, scope.regionCode);
    case 'enterprise':
      return scope.enterpriseId === enterprise.id;
    case 'person':
      return false;
  }
}

const viewAt = (one: WatcherCertificate, at: Instant): WatcherCertificateView => ({
  id: one.id,
  userId: one.userId,
  number: one.number,
  validTo: one.validTo,
  photoId: one.photoId,
  state: one.revokedAt !== null ? 'revoked' : shanghaiMidnight(one.validTo) + DAY <= at ? 'expired' : 'valid',
  recordedAt: new Date(one.recordedAt).toISOString(),
  revokedAt: isoTimeOrNull(one.revokedAt),
  revokeReason: one.revokeReason,
});
