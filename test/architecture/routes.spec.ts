import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '../../src/modules/identity/permissions';

interface Operation {
  readonly summary?: string;
  readonly 'x-permission'?: string;
}
const document = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
);

describe('the API as it is described', () => {
  it.each(routes)('$route names a permission of the table or says that it is public', ({ operation }) => {
    const permission = operation['x-permission'] ?? 'nothing';
    expect([...Object.keys(PERMISSIONS), 'public']).toContain(permission);
    expect(operation.summary?.length ?? 0).toBeGreaterThan(5);
  });

  it('every permission is asked for by a route', () => {
    const asked = new Set(routes.map(({ operation }) => operation['x-permission']));
    expect(Object.keys(PERMISSIONS).filter((permission) => !asked.has(permission))).toEqual([]);
  });

  /** api.md: what others rely on. */
  it.each([
    'POST /api/v1/auth/login', 'POST /api/v1/auth/code', 'POST /api/v1/users', 'GET /api/v1/regions', 'POST /api/v1/enterprises',
    'GET /api/v1/enterprises/{id}', 'POST /api/v1/welders', 'GET /api/v1/welders/{id}', 'POST /api/v1/welders/{id}/certificates',
    'POST /api/v1/certificates/{id}/verify', 'POST /api/v1/certificates/{id}/revoke', 'POST /api/v1/chips/import',
    'POST /api/v1/machines', 'GET /api/v1/machines/{id}', 'POST /api/v1/machines/{id}/chip', 'DELETE /api/v1/machines/{id}/chip',
    'GET /api/v1/machines/{id}/label.svg', 'GET /api/v1/machines/{id}/label.png', 'POST /api/v1/machines/labels.pdf',
    'POST /api/v1/codes/blank', 'POST /api/v1/designated-areas', 'POST /api/v1/permits', 'GET /api/v1/permits/{id}',
    'POST /api/v1/permits/{id}/commands/{command}', 'GET /api/v1/permits/{id}/permit.pdf', 'GET /api/v1/codes/{code}',
    'POST /api/v1/authorizations', 'POST /api/v1/jobs', 'GET /api/v1/jobs/{id}', 'POST /api/v1/jobs/{id}/finish',
    'POST /api/v1/jobs/{id}/stop', 'POST /api/v1/jobs/{id}/handover', 'POST /api/v1/jobs/offline-code', 'GET /api/v1/violations',
    'GET /api/v1/violations/{id}', 'POST /api/v1/violations/{id}/commands/{command}', 'POST /api/v1/violations', 'GET /api/v1/events',
    'GET /api/v1/statistics/overview', 'GET /api/v1/audit', 'GET /api/v1/changes', 'GET /.well-known/hanan-unlock-keys.json',
    'GET /health/live', 'GET /health/ready',
  ])('%s is there', (route) => {
    expect(routes.map((one) => one.route)).toContain(route);
  }); // prettier-ignore
});
