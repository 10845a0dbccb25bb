import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Caller } from './caller';

export const PERMISSION = 'hanan:permission';
export const PUBLIC = 'hanan:public';
/** Tells in the API description what a route asks for: a permission, or `public`. */
export const X_PERMISSION = 'x-permission';

/** The permission a route asks for; a route with neither this nor `Public` is denied to everyone. */
export const RequirePermission = (permission: string): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, permission), ApiBearerAuth(), ApiExtension(X_PERMISSION, permission));

/** Open to anyone, without a token. A valid token is still read, so that the caller may see more. */
export const Public = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(X_PERMISSION, 'public'));

/** The caller as the guard established it; `null` on a public route without a token. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | null =>
    context.switchToHttp().getRequest<{ caller?: Caller }>().caller ?? null,
);
