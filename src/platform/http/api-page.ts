import type { OpenAPIObject } from '@nestjs/swagger';

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly 'x-permission'?: string;
}

/** Every route with its summary and permission, grouped by feature. The schemas are in the JSON document beside it. */
export function apiPage(document: OpenAPIObject, title: string): string {
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      tag: operation.tags?.[0] ?? 'other',
      line: `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escaped(path)}</code></td><td>${escaped(
        operation.summary ?? '',
      )}</td><td><code>${escaped(operation['x-permission'] ?? '')}</code></td></tr>`,
    })),
  );
  const tags = [...new Set(rows.map(({ tag }) => tag))].sort();
  const tables = tags.map((tag) => {
    const lines = rows.filter((row) => row.tag === tag).map(({ line }) => line);
    return `<h2>${escaped(tag)}</h2><table><tbody>${lines.join('')}</tbody></table>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1>
<p><a href="/api/openapi.json">openapi.json</a> · OpenAPI ${escaped(document.openapi)} · ${escaped(document.info.version)}</p>
${tables.join('\n')}</body></html>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
