/** What a `jsonb` column holds; the feature that owns the table knows the shape. */
export type Json = NonNullable<unknown>;
