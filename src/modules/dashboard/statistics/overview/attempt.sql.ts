/** An attempt to work; a look ahead is none. */
export const ATTEMPT = `purpose <> 'dry-run'`;
