import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Client, Connection, Submittable } from 'pg';

const BATCH_BYTES = 65_536;

/** What `pg` offers for COPY beside its typed part. */
interface CopyConnection extends Connection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** Runs `copy … to stdout` and writes its rows to `sink`, which is ended. Returns the number of rows. */
export const copyOut = (client: Client, sql: string, sink: Writable): Promise<number> =>
  new Promise((done, fail) => void client.query(new CopyOut(sql, sink, done, fail)));

/** Runs `copy … from stdin` with these bytes. Returns the number of rows. */
export const copyIn = (client: Client, sql: string, source: AsyncIterable<Buffer>): Promise<number> =>
  new Promise((done, fail) => void client.query(new CopyIn(sql, source, done, fail)));

type Done = (rows: number) => void;
type Fail = (fault: unknown) => void;

/** A sink that is slower than the server holds the server back: memory stays flat. */
class CopyOut implements Submittable {
  private rows = 0;
  private batch: Buffer[] = [];
  private bytes = 0;
  private held = false;

  constructor(
    private readonly sql: string,
    private readonly sink: Writable,
    private readonly done: Done,
    private readonly fail: Fail,
  ) {}

  submit(connection: Connection): void {
    (connection as CopyConnection).query(this.sql);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection): void {
    this.rows += 1;
    this.bytes += chunk.length;
    this.batch.push(Buffer.from(chunk)); // the driver writes the next message over this one
    if (this.bytes < BATCH_BYTES || this.flush() || this.held) return;
    this.held = true;
    connection.stream.pause();
    this.sink.once('drain', () => {
      this.held = false;
      connection.stream.resume();
    });
  }

  handleCommandComplete(): void {
    this.flush();
  }

  handleReadyForQuery(connection: Connection): void {
    connection.stream.resume(); // a sink that was ended never says that it drained
    this.sink.end();
    this.done(this.rows);
  }

  handleError(fault: Error): void {
    this.sink.destroy(fault);
    this.fail(fault);
  }

  private flush(): boolean {
    const gathered = Buffer.concat(this.batch);
    [this.batch, this.bytes] = [[], 0];
    return this.sink.write(gathered);
  }
}

class CopyIn implements Submittable {
  private rows = 0;
  private over = false;
  private cause: unknown;

  constructor(
    private readonly sql: string,
    private readonly source: AsyncIterable<Buffer>,
    private readonly done: Done,
    private readonly fail: Fail,
  ) {}

  submit(connection: Connection): void {
    (connection as CopyConnection).query(this.sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.send(connection).catch((fault: unknown) => {
      this.cause = fault; // tells more than the server's answer to it
      connection.sendCopyFail('the rows cannot be read');
    });
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? NaN);
  }

  handleReadyForQuery(): void {
    this.done(this.rows);
  }

  handleError(fault: Error): void {
    this.over = true;
    this.fail(this.cause ?? fault);
  }

  private async send(connection: CopyConnection): Promise<void> {
    for await (const chunk of this.source) {
      if (this.over) return;
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    if (!this.over) connection.endCopyFrom();
  }
}
