/** The options of a command line: those with a value, and those that stand alone. Anything else is refused with the usage. */
export class Options {
  private readonly values = new Map<string, string>();

  constructor(args: readonly string[], valued: readonly string[], alone: readonly string[], usage: string) {
    for (let at = 0; at < args.length; at += 1) {
      const name = args[at] ?? '';
      if (alone.includes(name)) this.values.set(name, '');
      else if (valued.includes(name) && args[at + 1] !== undefined) this.values.set(name, args[(at += 1)] ?? '');
      else throw new Error(usage);
    }
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  value(name: string): string | null {
    return this.values.get(name) ?? null;
  }
}
