import { createHash } from 'node:crypto';
import { isBelievable } from '../../domain/arcs/boot-number';
import type { ChipMessage, Unreadable } from './chip-message';
import type { ChipState } from './known-chip';

export interface Believed {
  readonly messages: readonly ChipMessage[];
  /** Set aside because their boot number jumped; not acknowledged, so that the chip keeps them. */
  readonly jumped: readonly Unreadable[];
}

/** Sets messages aside whose boot number is beyond reason: one of them would make every later boot count as lower. */
export function believeBoots(messages: readonly ChipMessage[], states: readonly ChipState[]): Believed {
  const known = new Map(states.map((state) => [state.chipNo, state]));
  const isJump = (message: ChipMessage): boolean => {
    const boot = message.type === 'unreadable' ? message.name?.boot : message.boot;
    const state = known.get(message.chipNo);
    return boot !== undefined && state !== undefined && !state.anyBoot && !isBelievable(boot, state.boot);
  };
  const jumped = messages.filter(isJump);
  if (jumped.length === 0) return { messages, jumped: [] };
  return { messages: messages.filter((message) => !isJump(message)), jumped: jumped.map(setAside) };
}

function setAside(message: ChipMessage): Unreadable {
  const { type, chipNo, receivedAt, misfits: _, ...rest } = message;
  const text = Buffer.from(JSON.stringify(rest));
  return {
    ...{ type: 'unreadable', chipNo, receivedAt, topic: type, reason: 'boot beyond reason', name: null },
    digest: createHash('sha256').update(text).digest(),
    head: text.subarray(0, 4 * 1_024),
  };
}
