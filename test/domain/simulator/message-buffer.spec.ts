import { CAPACITY, MessageBuffer, type Buffered } from '../../../src/simulator/message-buffer';
import { Outbox } from '../../../src/simulator/outbox';

const message = (boot: number, seq: number): Buffered => ({ boot, seq, topic: 'samples', payload: `${boot}/${seq}` });
const fill = (buffer: MessageBuffer, boot: number, to: number): void => {
  for (let seq = 1; seq <= to; seq += 1) buffer.add(message(boot, seq));
};

describe('what is not acknowledged stays', () => {
  it('holds at least 50,000 and gives up the oldest first', () => {
    const buffer = new MessageBuffer();
    fill(buffer, 1, CAPACITY + 2);
    expect(CAPACITY).toBeGreaterThanOrEqual(50_000);
    expect(buffer.size).toBe(CAPACITY);
    expect(buffer.waiting(1)).toEqual({ fromSeq: 3, toSeq: CAPACITY + 2 });
  });

  it('frees what is stored, in narrow ranges and in absurdly wide ones, of the boot named only', () => {
    const buffer = new MessageBuffer();
    fill(buffer, 1, 5);
    fill(buffer, 2, 5);
    buffer.free(2, [
      [2, 3],
      [5, 5],
    ]);
    buffer.free(1, [[1, 2_147_483_647]]);
    expect(buffer.all().map(({ payload }) => payload)).toEqual(['2/1', '2/4']);
    expect(buffer.waiting(1)).toEqual({ fromSeq: 1, toSeq: 0 });
  });
});

describe('the outbox', () => {
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('sends oldest first, again what an earlier connection had sent, and nothing that is stored', async () => {
    const sent: string[] = [];
    const publish = (_: string, payload: string): Promise<void> => Promise.resolve(void sent.push(payload));
    const outbox = new Outbox();
    [1, 2, 3].forEach((seq) => outbox.add(message(1, seq)));
    outbox.open(publish);
    outbox.add(message(1, 4));
    outbox.free(1, [[1, 2]]);
    outbox.close();
    outbox.add(message(2, 1));
    expect(sent).toEqual(['1/1', '1/2', '1/3', '1/4']);
    outbox.open(publish);
    await settled();
    expect(sent.slice(4)).toEqual(['1/3', '1/4', '2/1']);
    outbox.resend(1, 1, 3);
    await settled();
    expect(sent.slice(7)).toEqual(['1/3']);
  });

  it('has no more than a hundred on their way, and goes on as they arrive', async () => {
    const waiting: (() => void)[] = [];
    const outbox = new Outbox();
    for (let seq = 1; seq <= 250; seq += 1) outbox.add(message(1, seq));
    outbox.open(() => new Promise((resolve) => waiting.push(resolve)));
    expect(waiting).toHaveLength(100);
    waiting.splice(0, 50).forEach((arrive) => arrive());
    await settled();
    expect(waiting).toHaveLength(100);
  });
});
