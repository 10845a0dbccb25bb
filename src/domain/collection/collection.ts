/** What is collected on the spot (摸清底数). */
export const COLLECTION_KINDS = ['machine', 'welder', 'enterprise'] as const;
export type CollectionKind = (typeof COLLECTION_KINDS)[number];

/** `number-owed`: a document was photographed, and its number still has to be typed before the person is registered. */
export const COLLECTION_STATES = ['done', 'number-owed'] as const;
export type CollectionState = (typeof COLLECTION_STATES)[number];

/** How the nameplate was met. */
export const NAMEPLATES = ['photo', 'none-legible'] as const;
export type Nameplate = (typeof NAMEPLATES)[number];
