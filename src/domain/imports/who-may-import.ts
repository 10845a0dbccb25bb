import { AUTHORITY, hasRole, type Role } from '../people/roles';
import { IMPORT_KINDS, type ImportKind } from './import';

/** An enterprise brings in its own machines and welders; chips come from their maker to the administrator. */
const WHO: Readonly<Record<ImportKind, readonly Role[]>> = {
  machines: [...AUTHORITY, 'enterprise-manager'],
  welders: [...AUTHORITY, 'enterprise-manager'],
  certificates: AUTHORITY,
  enterprises: AUTHORITY,
  chips: ['admin'],
};

export const mayImport = (who: { readonly roles: readonly string[] }, kind: ImportKind): boolean =>
  hasRole(who, ...WHO[kind]);

export const kindsFor = (who: { readonly roles: readonly string[] }): ImportKind[] =>
  IMPORT_KINDS.filter((kind) => mayImport(who, kind));
