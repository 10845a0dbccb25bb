import { Injectable } from '@nestjs/common';
import { maySignSelfCheck, type CheckItem } from '../../../domain/self-checks/self-check';
import { wordIn } from '../../../kernel/language';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { SelfCheckDetail, SelfCheckFigures, SelfCheckPage, SelfCheckQuery } from './self-check.dto';
import { SelfCheckStore, type SelfCheck } from './self-check.store';
import { SelfCheckViews } from './self-checks.view';

/** Towns of a county, counties of a city: the next level below. */
const BELOW: Readonly<Record<number, number>> = { 0: 2, 2: 4, 4: 6, 6: 9, 9: 12, 12: 12 };

@Injectable()
export class FindSelfChecks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: SelfCheckStore,
    private readonly views: SelfCheckViews,
    private readonly users: UsersReader,
    private readonly rules: RulesReader,
  ) {}

  list({ caller, at }: Request, query: SelfCheckQuery): Promise<SelfCheckPage> {
    return this.uow.run(caller.scope, async (tx) =>
      toPage(await this.views.list(tx, shanghaiDate(at), query), query.limit, ({ id }) => id),
    );
  }

  figures({ caller, at }: Request, regionCode: string | undefined): Promise<SelfCheckFigures> {
    const region = regionCode ?? (caller.scope.kind === 'region' ? caller.scope.regionCode : '');
    const depth = BELOW[region.length] ?? 12;
    return this.uow.run(caller.scope, async (tx) => ({
      towns: await this.views.towns(tx, shanghaiDate(at), region, depth),
    }));
  }

  one(request: Request, id: string): Promise<Result<SelfCheckDetail, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx): Promise<Result<SelfCheckDetail, Refusal>> => {
      const check = await this.checks.find(tx, id);
      return check ? ok(await this.detailOf({ ...request, tx }, check)) : refused(notFound('self-check.not-found'));
    });
  }

  /** The list as it was when the check was opened: a later change of the rule asks nobody anew. */
  itemsOf({ regionCode, openedAt }: SelfCheck): readonly CheckItem[] {
    return this.rules.book().value<CheckItem[]>('self-check.items', { regionCode }, openedAt);
  }

  /** Whether the caller is the principal of this enterprise. */
  async maySign({ tx, caller }: Call, { enterpriseId }: SelfCheck): Promise<boolean> {
    if (caller.enterpriseId !== enterpriseId) return false;
    const heads = await this.users.withRole(tx, { role: 'enterprise-head', enterpriseId });
    return maySignSelfCheck(caller, heads.length > 0);
  }

  private async detailOf(call: Call, check: SelfCheck): Promise<SelfCheckDetail> {
    const { tx, caller, language, at } = call;
    const answers = new Map((await this.checks.answers(tx, check.id)).map((one) => [one.code, one]));
    const isOpen = check.signedAt === null;
    return {
      ...(await this.views.one(tx, shanghaiDate(at), check.id)),
      items: this.itemsOf(check).map((item) => {
        const { answer = null, note = null, photoIds = [] } = answers.get(item.code) ?? {};
        return { code: item.code, text: wordIn(item, language), answer, note, photoIds };
      }),
      findingList: await this.views.findings(tx, check.id),
      signatureId: check.signatureId,
      mayAnswer: isOpen && caller.enterpriseId === check.enterpriseId && holds(caller.roles, 'self-check.write'),
      maySign: isOpen && (await this.maySign(call, check)),
    };
  }
}
