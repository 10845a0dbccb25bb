/** 0 of `A1`, 27 of `AB3`. */
export function columnIn(place: string): number {
  let column = 0;
  for (const sign of place) {
    if (sign < 'A' || sign > 'Z') break;
    column = column * 26 + sign.charCodeAt(0) - 64;
  }
  return column - 1;
}
