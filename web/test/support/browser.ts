import { beforeEach } from 'vitest';

/** The little of a browser that modules touch when they are loaded. Requests, keys and clocks are Node's own. */
class Shelf implements Storage {
  [name: string]: unknown;
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  clear = (): void => this.#kept.clear();
  getItem = (key: string): string | null => this.#kept.get(key) ?? null;
  key = (index: number): string | null => [...this.#kept.keys()][index] ?? null;
  removeItem = (key: string): void => void this.#kept.delete(key);
  setItem = (key: string, value: string): void => void this.#kept.set(key, value);
}

const give = (name: string, value: unknown): void =>
  void Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

give('window', globalThis);
give('localStorage', new Shelf());
give('location', { origin: 'http://127.0.0.1' });
give('navigator', { language: 'zh-CN', onLine: true });
give('matchMedia', () => ({ matches: false }));
give('addEventListener', () => undefined);

beforeEach(() => localStorage.clear());
