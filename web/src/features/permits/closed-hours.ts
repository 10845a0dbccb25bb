import type { FormPlace, PermitForm } from '@/api/permits';

type Hours = PermitForm['closedHours'];

/** By kind of place the hours in which it allows no hot work: those that its sites told, else the rule's. */
export const closedHoursAt = ({ closedHours }: Pick<PermitForm, 'closedHours'>, place: FormPlace | null): Hours =>
  closedHours.flatMap((rule) => {
    const told = (place?.hours ?? []).filter(({ placeKind }) => placeKind === rule.placeKind);
    // what its enterprise entered and what an official confirmed are often the same
    const apart = told.filter(({ from, to }, i) => told.findIndex((one) => one.from === from && one.to === to) === i);
    return apart.length > 0 ? apart : [rule];
  });
