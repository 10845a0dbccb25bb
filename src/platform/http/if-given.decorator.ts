import { ValidateIf } from 'class-validator';

/** A field that may be missing but not null: `IsOptional` would let null through into a column that holds none. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
