import type { Tx } from '../../platform/database/unit-of-work';

/** The way down to the chips, implemented by the gateway. The command lies in the database before anyone is poked. */
export abstract class ChipDispatcher {
  /** "Something is due for this chip": a hint that saves waiting for the next look into the queue. */
  abstract poke(chipNo: string): void;
}

/** Pokes only once the commands can be seen by others. */
export function pokeAfterCommit(tx: Tx, dispatcher: ChipDispatcher, chipNos: readonly string[]): void {
  for (const chipNo of new Set(chipNos)) tx.afterCommit(() => dispatcher.poke(chipNo));
}
