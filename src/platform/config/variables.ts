import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { isCommonPassword } from '../auth/common-passwords';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with its complaints gathered; an empty variable is an unset one. */
export class Variables {
  readonly problems: string[] = [];

  constructor(private readonly environment: Environment) {}

  wrong(problem: string): void {
    if (!this.problems.includes(problem)) this.problems.push(problem);
  }

  text(name: string): string | null {
    const value = this.environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    this.wrong(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
    return fallback;
  }

  port(name: string, fallback: number): number {
    return this.integer(name, fallback, 0, 65_535);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.text(name) ?? fallback;
    if ((allowed as readonly string[]).includes(text)) return text as T;
    this.wrong(`${name} must be one of ${allowed.join(', ')}, not "${text}"`);
    return fallback;
  }

  /** The value is not repeated in the complaint: it may hold a password. */
  url(name: string, protocols: readonly string[]): string | null {
    const text = this.text(name);
    if (text === null) return null;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    this.wrong(
      `${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
    return null;
  }

  tileUrl(name: string): string | null {
    const url = this.url(name, ['http:', 'https:']);
    if (url === null || ['{z}', '{x}', '{y}'].every((part) => url.includes(part))) return url;
    this.wrong(`${name} must contain {z}, {x} and {y}`);
    return null;
  }

  file(name: string): string | null {
    const path = this.text(name);
    if (path === null) return null;
    try {
      accessSync(path, constants.R_OK);
      return resolve(path);
    } catch {
      this.wrong(`${name}: the file ${path} cannot be read`);
      return null;
    }
  }

  password(name: string): string | null {
    const text = this.longText(name, 8);
    if (text !== null && isCommonPassword(text)) this.wrong(`${name} is too common: whoever guesses tries it first`);
    return text;
  }

  longText(name: string, least: number): string | null {
    const text = this.text(name);
    if (text !== null && text.length < least) this.wrong(`${name} must have at least ${least} characters`);
    return text;
  }

  timeZone(name: string, fallback: string): string {
    const zone = this.text(name) ?? fallback;
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
    } catch {
      this.wrong(`${name} must be a time zone such as Asia/Shanghai, not "${zone}"`);
    }
    return zone;
  }
}
