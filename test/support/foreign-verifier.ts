import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface ForeignVerdict {
  readonly ok: boolean;
  readonly payload?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
}

/** What `jose` says of tokens, in a process of its own: it ships ES modules, which jest cannot load, and so shares nothing with us. */
export async function verifyWithJose(
  jwks: string,
  tokens: readonly string[],
  options: object = {},
): Promise<ForeignVerdict[]> {
  const child = spawn(process.execPath, [join(__dirname, 'verify-with-jose.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ jwks, tokens, options }));
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return JSON.parse(output) as ForeignVerdict[];
}
