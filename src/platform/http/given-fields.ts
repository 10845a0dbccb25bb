type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields a request really gave: class instances carry every declared field, and `undefined` would erase what is stored. */
export const givenFields = <T extends object>(request: T): Given<T> =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Given<T>;
