import { Injectable } from '@nestjs/common';
import { normalPhone } from '../../kernel/phone';
import { hasRole, SEATS } from '../../domain/people/roles';
import { conflict, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { Ids } from '../../platform/time/ids';
import { AccountLinks } from './account-links.view';
import { PasswordHasher } from './password-hasher';
import { seatOf, type Seat } from './seat-holders';
import type { RegisterUserRequest, UserView } from './user.dto';
import { type NewUser, UserStore } from './user.store';
import { PHONE_SEAL, UserViews } from './user.mapper';

const wrong = (path: string, code: string): Refusal => invalid('request.invalid', { errors: [{ path, code }] });

/** Makes an account that can be used at once. */
@Injectable()
export class RegisterUser {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly links: AccountLinks,
    private readonly views: UserViews,
    private readonly passwords: PasswordHasher,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: RegisterUserRequest): Promise<Result<UserView, Refusal>> {
    const phone = body.phone === undefined ? null : normalPhone(body.phone);
    const own = [body.username, body.phone, phone];
    const weakness = body.password === undefined ? null : await this.passwords.weakness(body.password, own);
    const refusal = incomplete(body, phone, weakness);
    if (refusal) return refused(refusal);
    const passwordHash = body.password === undefined ? null : await this.passwords.hash(body.password);
    return this.uow.run(systemScope('register-user'), async (tx) => {
      const home = await this.homeOf(tx, body);
      if (!home.ok) return home;
      const user = this.newUser(body, phone, passwordHash, home.value, seatOf(body.roles, caller, at), at);
      if (!(await this.users.insert(tx, user)))
        return refused(conflict(`user.${await this.users.taken(tx, user)}-taken`));
      this.journal.record(tx, caller, at, [
        {
          action: 'user.registered',
          entity: 'user',
          entityId: user.id,
          regionCode: user.regionCode,
          after: auditOf(user),
        },
      ]);
      return ok(
        this.views.of({
          ...user,
          disabledAt: null,
          leftAt: null,
          erasedAt: null,
          passwordTemporary: false,
          version: 1,
        }),
      );
    });
  }

  /** Both links must lead somewhere. The account's region, where none is given, is that of the enterprise, else of the welder. */
  private async homeOf(
    tx: Tx,
    { regionCode, enterpriseId, welderId }: RegisterUserRequest,
  ): Promise<Result<string | null, Refusal>> {
    const enterprise = enterpriseId === undefined ? null : await this.links.homeOfEnterprise(tx, enterpriseId);
    if (enterprise === undefined) return refused(wrong('enterpriseId', 'user.enterprise-unknown'));
    const welder = welderId === undefined ? null : await this.links.homeOfWelder(tx, welderId);
    if (welder === undefined) return refused(wrong('welderId', 'user.welder-unknown'));
    return ok(regionCode ?? enterprise ?? welder);
  }

  private newUser(
    body: RegisterUserRequest,
    phone: string | null,
    passwordHash: string | null,
    regionCode: string | null,
    seat: Seat,
    at: Instant,
  ): NewUser {
    return {
      id: this.ids.next(at),
      username: body.username.toLowerCase(),
      name: body.name.trim(),
      passwordHash,
      phoneSealed: phone === null ? null : this.sealer.seal(PHONE_SEAL, phone),
      phoneHash: phone === null ? null : this.sealer.fingerprint(PHONE_SEAL, phone),
      roles: body.roles,
      regionCode,
      enterpriseId: body.enterpriseId ?? null,
      welderId: body.welderId ?? null,
      createdAt: at,
      seat,
      trades: body.trades ?? [],
    };
  }
}

function incomplete(request: RegisterUserRequest, phone: string | null, weakness: string | null): Refusal | null {
  if (request.phone !== undefined && phone === null) return wrong('phone', 'field.phone');
  const named = normalPhone(request.username.normalize('NFKC'));
  if (named !== null && named !== phone) return wrong('username', 'user.username-is-phone');
  if (request.password === undefined && phone === null) return wrong('password', 'user.no-way-in');
  if (weakness !== null) return wrong('password', weakness);
  if (request.enterpriseId === undefined && hasRole(request, ...SEATS))
    return wrong('enterpriseId', 'user.enterprise-required');
  return null;
}

/** The name to sign in with may be a phone. */
const auditOf = ({ roles, regionCode, enterpriseId, welderId }: NewUser) => ({
  roles,
  regionCode,
  enterpriseId,
  welderId,
});
