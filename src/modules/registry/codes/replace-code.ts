import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { CodeRegistry } from '../code-registry';
import { MachineStore } from '../machines/machine.store';
import { machineView } from '../machines/machine.mapper';
import type { MachineView } from '../machines/machine-view.dto';
import { registryEvent } from '../registry-event';
import type { ReplaceCodeRequest } from './code.dto';
import { CodeStore } from './code.store';

/** A torn or burnt sticker gives way to a blank one. The old one still says what it was stuck on, and which code counts now. */
@Injectable()
export class ReplaceCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly machines: MachineStore,
    private readonly registry: CodeRegistry,
    private readonly codes: CodeStore,
    private readonly journal: Journal,
  ) {}

  async execute(request: Request, id: string, body: ReplaceCodeRequest): Promise<Result<MachineView, Refusal>> {
    const { caller, at } = request;
    const reason = body.reason.trim();
    return this.uow.attempt(caller.scope, async (tx) => {
      const before = await this.machines.lock(tx, id);
      if (!before) return refused(notFound('machine.not-found'));
      if (before.status === 'scrapped') return refused(conflict('code.machine-scrapped'));
      const regionCode = before.regionCode;
      const fresh = await this.registry.readBlank(tx, body.blankCode, regionCode);
      if (!fresh.ok) return fresh;
      await this.codes.replace(tx, before.code, { code: fresh.value, reason, at });
      const bound = await this.registry.bindBlank(tx, fresh.value, { kind: 'machine', entityId: id, regionCode });
      if (!bound.ok) return bound;
      const after = { ...before, code: bound.value, version: before.version + 1 };
      await this.machines.putCode(tx, after);
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            ...{ action: 'machine.code-replaced', entity: 'machine', entityId: id, regionCode },
            ...{ before: { code: before.code }, after: { code: after.code, reason } },
          },
        ],
        [registryEvent('machine', after, { status: after.status })],
      );
      return ok(machineView(after, caller));
    });
  }
}
