/** Why a chip must not give power any more (芯片停用). */
export const BLOCK_REASONS = ['lost', 'stolen', 'broken', 'recalled', 'suspected'] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** Why a machine gets another chip. What left in doubt or broken is blocked with it; what was only upgraded goes back to stock. */
export const REPLACE_REASONS = [...BLOCK_REASONS, 'upgraded'] as const;
export type ReplaceReason = (typeof REPLACE_REASONS)[number];

export const blocksTheOld = (reason: ReplaceReason): reason is BlockReason => reason !== 'upgraded';
