import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLES } from '../domain/people/roles';
import { holds, type Permission } from '../modules/identity/permissions';
import { X_PERMISSION } from '../platform/auth/access.decorator';

const HEAD = `# Who may call what

Made from the code by \`npm run openapi\`; a difference fails the check. ● may call the route, · may not; \`public\` needs no sign-in.
Which rows a caller then reaches is decided by scope (row level security), and who may act on one permit or violation by its own rules.
`;

/** The role × route table as Markdown. */
export function permissionTable(document: OpenAPIObject): string {
  const rows = Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Partial<Record<string, string>>>).map(([method, operation]) =>
        row(`${method.toUpperCase()} ${path}`, operation[X_PERMISSION] ?? ''),
      ),
    )
    .sort();
  const columns = ['Route', 'Permission', ...ROLES];
  return `${HEAD}\n${line(columns)}${line(columns.map(() => '---'))}${rows.join('')}`;
}

function row(route: string, permission: string): string {
  const open = (role: string): boolean => permission === 'public' || holds([role], permission as Permission);
  return line([`\`${route}\``, permission, ...ROLES.map((role) => (open(role) ? '●' : '·'))]);
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
