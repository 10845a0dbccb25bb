import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** `cuts`: each answer ends in its middle. `silent`: nothing passes and nobody is told, as behind a firewall that forgot the connection. */
type Mood = 'whole' | 'cuts' | 'silent';

/** The network between the platform and its database. */
export class Line {
  private mood: Mood = 'whole';
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  /** Connections that were cut in the middle of an answer. */
  broken = 0;

  private constructor(
    private readonly server: Server,
    private readonly to: number,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async open(to: number): Promise<Line> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Line(server, to);
  }

  /** The same database by way of this line. */
  through(url: string): string {
    const along = new URL(url);
    along.port = String((this.server.address() as AddressInfo).port);
    return along.href;
  }

  /** From now on every answer is cut, once `random` says so. */
  cutAnswers(): void {
    this.mood = 'cuts';
  }

  fallSilent(): void {
    this.mood = 'silent';
  }

  /** New connections pass again. Those that fell silent stay so: the far end has forgotten them. */
  heal(): void {
    this.mood = 'whole';
  }

  close(): void {
    this.server.close();
    for (const pair of this.pairs) for (const end of pair) end.destroy();
  }

  private join(near: Socket): void {
    const far = connect({ port: this.to, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    const pair = [near, far] as const;
    this.pairs.add(pair);
    let isForgotten = this.mood === 'silent';
    const end = (): void => {
      if (isForgotten) return;
      this.pairs.delete(pair);
      pair.forEach((one) => one.destroy());
    };
    const passes = (): boolean => {
      isForgotten ||= this.mood === 'silent';
      return !isForgotten;
    };
    near.on('data', (bytes) => passes() && far.write(bytes));
    far.on('data', (bytes) => {
      if (!passes()) return;
      if (this.mood !== 'cuts') return void near.write(bytes);
      this.broken += 1;
      near.write(bytes.subarray(0, bytes.length >> 1), end);
    });
    for (const one of pair) one.on('error', end).on('close', end);
  }
}
