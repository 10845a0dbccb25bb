import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Caller } from './caller';

export const PERMISSION = 'hanan:permission';
export const PUBLIC = 'hanan:public';

/** The permission a route asks for; a route with neither this nor `Public` is denied to everyone. */
export const RequirePermission = (permission: string): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, permission), ApiBearerAuth());

/** Open to anyone, without a token. A valid token is still read, so that the caller may see more. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

/** The caller as the guard established it; `null` on a public route without a token. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | null => context.switchToHttp().getRequest<{ caller?: Caller }>().caller ?? null,
);
