/** The keys of the Chinese texts: another language must have exactly these. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
