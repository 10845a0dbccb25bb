/** SQL: the enterprise that answers for the use of a machine: the one that rented or borrowed it, else its owner. */
export const userEnterpriseOf = (machine: string): string =>
  `case when ${machine}.user_welder_id is null then coalesce(${machine}.user_enterprise_id, ${machine}.enterprise_id) end`;

/** SQL: the same of a person. */
export const userWelderOf = (machine: string): string =>
  `case when ${machine}.user_enterprise_id is null then coalesce(${machine}.user_welder_id, ${machine}.owner_welder_id) end`;
