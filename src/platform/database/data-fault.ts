/** Whether a statement failed for what it was given (SQLSTATE classes 22 and 23): it will fail again, however often it is tried. */
export const isOfTheData = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && /^2[23]/.test(fault.code);
