import type { WelderView } from './welder.dto';
import type { Welder } from './welder.store';

export const WELDER_ID_NUMBER = 'welder.id-number';
export const WELDER_PHONE = 'welder.phone';

export const welderView = (welder: Welder): WelderView => ({
  id: welder.id,
  name: welder.name,
  idNumber: welder.idNumberMasked,
  idKind: welder.idKind,
  phone: welder.phoneMasked,
  regionCode: welder.regionCode,
  enterpriseId: welder.enterpriseId,
  enterpriseName: welder.enterpriseName,
  claimsToBe: welder.claimsToBe,
  status: welder.status,
  code: welder.code,
  warnings: [...welder.warnings],
  trainingValidTo: welder.trainingValidTo,
  version: welder.version,
  createdAt: new Date(welder.createdAt).toISOString(),
});
