import type { Tx } from '../database/unit-of-work';

/** How much lies in a queue. */
export interface QueueState {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

/** As the system. */
export const queueStates = (tx: Tx): Promise<QueueState[]> =>
  tx.query<QueueState>(
    `select q.name, (count(*) filter (where j.state < 'active'))::int as waiting,
       (count(*) filter (where j.state = 'active'))::int as active, (count(*) filter (where j.state = 'failed'))::int as failed
     from pgboss.queue q left join pgboss.job j on j.name = q.name group by q.name order by q.name`,
  );
