import { RequirePermission } from '../../platform/auth/access.decorator';
import type { Permission } from './permissions';

/** The permission a route asks for, checked against the table in `permissions.ts` at compile time. */
export const Allow = (permission: Permission): ClassDecorator & MethodDecorator => RequirePermission(permission);
