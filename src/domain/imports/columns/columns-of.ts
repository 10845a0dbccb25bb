import type { Columns } from '../column';
import type { ImportKind } from '../import';
import { certificateColumns, chipColumns } from './card-columns';
import { machineColumns } from './machine-columns';
import { enterpriseColumns, welderColumns } from './person-columns';

/** The columns of each kind, in the order of the template. */
export const COLUMNS: Readonly<Record<ImportKind, Columns>> = {
  machines: machineColumns,
  welders: welderColumns,
  certificates: certificateColumns,
  enterprises: enterpriseColumns,
  chips: chipColumns,
};
