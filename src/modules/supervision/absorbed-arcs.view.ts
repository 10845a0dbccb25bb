/** Pairs of kind and arc, named `k`, with a pair for each arc that an arc of `k` absorbed: for a statement that begins `with k as …`. */
export const WITH_ABSORBED = `select * from k union all select k.kind, a.id from k join arcs a on a.merged_into = k.arc_id`;
