import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { forbidden, RefusalError, unauthenticated } from '../../kernel/refusal';
import { PERMISSION, PUBLIC } from './access.decorator';
import type { Authenticated, GuardedRequest } from './authenticated';
import { BEARER } from './bearer.strategy';
import type { Caller } from './caller';
import { CallerDirectory } from './caller-directory';

type Access = { readonly open: true } | { readonly open: false; readonly permission: string };

/** Stands before every route: what names neither a permission nor `Public` is closed to everyone. */
@Injectable()
export class AccessGuard extends AuthGuard(BEARER) {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallerDirectory,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.accessTo(context);
    if (!access) throw new RefusalError(forbidden('access.denied'));
    await super.canActivate(context);
    const { caller } = context.switchToHttp().getRequest<GuardedRequest>();
    const first = firstDuty(caller);
    if (first && !(access.open || isForOneself(access.permission))) throw new RefusalError(forbidden(first));
    if (!access.open && !this.isAllowed(caller, access.permission)) throw new RefusalError(forbidden('access.denied'));
    return true;
  }

  /** Called by Passport with what the token proved, or why it proved nothing. */
  override handleRequest<T>(fault: unknown, found: Authenticated | false, info: unknown, context: ExecutionContext): T {
    if (fault) throw fault as Error;
    if (!found && !this.accessTo(context)?.open) throw new RefusalError(unauthenticated(reasonOf(info)));
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    // on an open page a person who is not wholly in counts as not signed in
    const known = found && !(firstDuty(found.caller) && this.accessTo(context)?.open);
    request.caller = known ? found.caller : null;
    request.tokenExpiresAt = found ? found.expiresAt : undefined;
    return found as T;
  }

  /** What stands on the method counts before what stands on its class. */
  private accessTo(context: ExecutionContext): Access | null {
    for (const place of [context.getHandler(), context.getClass()]) {
      const permission = this.reflector.get<string | undefined>(PERMISSION, place);
      if (permission !== undefined) return { open: false, permission };
      if (this.reflector.get<true | undefined>(PUBLIC, place)) return { open: true };
    }
    return null;
  }

  private isAllowed(caller: Caller | null | undefined, permission: string): boolean {
    return !!caller && this.callers.holds(caller, permission);
  }
}

/** What a person does before anything else is open to them. */
function firstDuty(caller: Caller | null | undefined): string | null {
  if (caller?.mustChangePassword) return 'auth.password-temporary';
  return caller?.secondFactorDue ? 'auth.second-factor-due' : null;
}

/** Who am I, my own password, my own second factor. */
const isForOneself = (permission: string): boolean => permission.startsWith('self.');

/** A valid token is refused without a reason if its user is gone or its session has ended. */
function reasonOf(info: unknown): string {
  if (!(info instanceof Error)) return 'auth.session-ended';
  if (info.name === 'TokenExpiredError') return 'auth.token-expired';
  return info.message === 'No auth token' ? 'auth.required' : 'auth.token-invalid';
}
