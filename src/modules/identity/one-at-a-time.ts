import { BUSY } from './passwords/hash-pool';
import { RefusalError, unavailable } from '../../kernel/refusal';

/** More than this wait for the same thing only when somebody floods it. */
const MOST_WAITING = 200;

interface Line {
  tail: Promise<unknown>;
  length: number;
}

/** Lets the tasks of one subject run after one another, so that parallel guesses cannot all pass before the first one counts. */
export class OneAtATime {
  private readonly lines = new Map<string, Line>();

  async run<T>(subject: string, task: () => Promise<T>): Promise<T> {
    const line = this.lines.get(subject) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= MOST_WAITING) throw new RefusalError(unavailable('login.busy', BUSY));
    this.lines.set(subject, line);
    line.length += 1;
    const turn = line.tail.then(task);
    line.tail = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(subject);
    }
  }
}
