/** People who stand beside something and wait for it to change. */
export class Waiters {
  private readonly looks = new Set<(over?: boolean) => void>();

  /** Resolves once `holds` is true, at the latest after `withinMs` or when nothing can change any more; tells whether it came to hold. */
  async until(holds: () => boolean, withinMs: number): Promise<boolean> {
    if (holds()) return true;
    return new Promise((resolve) => {
      const done = (result: boolean): void => {
        clearTimeout(timer);
        this.looks.delete(look);
        resolve(result);
      };
      const look = (over = false): void => void ((over || holds()) && done(holds()));
      const timer = setTimeout(() => done(holds()), withinMs).unref(); // waiting alone keeps no simulation alive
      this.looks.add(look);
    });
  }

  /** Something changed. */
  look = (): void => this.looks.forEach((look) => look());

  sendHome = (): void => this.looks.forEach((look) => look(true));
}
