/** Tables without a policy of their own that name files: who sees the row that they belong to sees theirs. */
export const FILE_PARENTS: Readonly<Record<string, { readonly table: string; readonly key: string }>> = {
  certificates: { table: 'welders', key: 'welder_id' },
};
