/** Lets the tasks of one subject run after one another, so that parallel guesses cannot all pass before the first one counts. */
export class OneAtATime {
  private readonly tails = new Map<string, Promise<unknown>>();

  async run<T>(subject: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(subject) ?? Promise.resolve();
    const turn = before.then(task, task);
    const tail = turn.catch(() => undefined);
    this.tails.set(subject, tail);
    try {
      return await turn;
    } finally {
      if (this.tails.get(subject) === tail) this.tails.delete(subject);
    }
  }
}
