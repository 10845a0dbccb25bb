import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Actor } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { Config } from '../../../platform/config/config';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { renderPdf } from '../../../platform/documents/pdf';
import { storedZip } from '../../../platform/documents/stored-zip';
import { holds } from '../../identity/permissions';
import type { ViolationDetail } from '../../supervision/violation.dto';
import { casePaper } from '../paper/case-paper';
import { EvidenceSigner } from './evidence-signer';
import { GatherPack } from './gather-pack';
import { fingerprintOf, listed, sha256 } from './manifest';
import { masked } from './masked-case';
import { PAPER, packFiles, sealed } from './pack-files';

export interface TakenPack {
  readonly archive: Buffer;
  readonly name: string;
}

/** 证据包: a case with all that it rests on, as a page to read and an archive that anybody can check without the platform. */
@Injectable()
export class TakePack {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gather: GatherPack,
    private readonly signer: EvidenceSigner,
    private readonly journal: Journal,
    private readonly config: Config,
  ) {}

  /** `actor` is whom the trail names: a command line has no account. */
  async execute(request: Request, id: string, actor: Actor = request.caller): Promise<Result<TakenPack, Refusal>> {
    const gathered = await this.gather.gather({ ...request, language: 'zh-CN' }, id);
    if (!gathered) return refused(notFound('violation.not-found'));
    const { caller, at } = request;
    const content = holds(caller.roles, 'welder.reveal') ? gathered : masked(gathered);
    const files = packFiles(content, holds(caller.roles, 'audit.read'));
    const taken = { at, platform: this.config.publicUrl };
    const fingerprint = fingerprintOf(this.signer.key.kid);
    files.set(PAPER, await renderPdf(casePaper(content, { ...taken, fingerprint, files: listed(files) })));
    const archive = storedZip(sealed(files, content, this.signer, taken));
    await this.note(request, actor, content.found, archive);
    return ok({ archive, name: `evidence-${id}.zip` });
  }

  /** Who took it, and the hash of what they took away. */
  private async note(
    { caller, at }: Request,
    actor: Actor,
    { id, regionCode }: ViolationDetail,
    archive: Buffer,
  ): Promise<void> {
    const after = { sha256: sha256(archive), bytes: archive.length };
    await this.uow.run(caller.scope, (tx) => {
      this.journal.record(tx, actor, at, [
        { action: 'evidence.take', entity: 'violation', entityId: id, regionCode, after },
      ]);
      return Promise.resolve();
    });
  }
}
