import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a prepared statement: a hash of its text, so one name can never stand for two
 * texts. Texts are constants of the program or built from a few fixed parts; the map stays as small as their number.
 */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
  }
  return name;
}
