import type { RouteRecordRaw } from 'vue-router';
import { identityDesk } from '@/features/identity/routes';
import { regionsDesk } from '@/features/regions/routes';
import { rulesDesk } from '@/features/rules/routes';
import { registryDesk } from '@/features/registry/routes';
import { collectionDesk } from '@/features/collection/routes';
import { sitesDesk } from '@/features/sites/routes';
import { registrationsDesk } from '@/features/registrations/routes';
import { importsDesk } from '@/features/imports/routes';
import { permitsDesk } from '@/features/permits/routes';
import { permitViewsDesk } from '@/features/permit-views/routes';
import { jobsDesk } from '@/features/jobs/routes';
import { exchangeDesk } from '@/features/exchange/routes';
import { fittingDesk } from '@/features/fitting/routes';
import { helpDesk } from '@/features/help/routes';
import { supervisionDesk } from '@/features/supervision/routes';
import { trainingDesk } from '@/features/training/routes';
import { contractsDesk } from '@/features/contracts/routes';
import { inspectionsDesk } from '@/features/inspections/routes';
import { selfChecksDesk } from '@/features/self-checks/routes';
import { tipsDesk } from '@/features/tips/routes';
import { outagesDesk } from '@/features/outages/routes';
import { reportsDesk } from '@/features/reports/routes';
import { ledgerDesk } from '@/features/ledger/routes';
import { noticesDesk } from '@/features/notices/routes';
import { operationsDesk } from '@/features/operations/routes';
import { privacyDesk } from '@/features/privacy/routes';
import { inventoryDesk } from '@/features/inventory/routes';
import { dashboardDesk } from '@/features/dashboard/routes';

/** Pages for a desk. */
export const deskRoutes: RouteRecordRaw = {
  path: '/console',
  component: () => import('@/shell/desk/console-layout.vue'),
  meta: { words: ['shell/desk', 'ui/desk', 'regions/desk'] },
  children: [
    ...identityDesk,
    ...regionsDesk,
    ...rulesDesk,
    ...registryDesk,
    ...sitesDesk,
    ...contractsDesk,
    ...registrationsDesk,
    ...collectionDesk,
    ...importsDesk,
    ...permitsDesk,
    ...permitViewsDesk,
    ...jobsDesk,
    ...fittingDesk,
    ...helpDesk,
    ...supervisionDesk,
    ...trainingDesk,
    ...outagesDesk,
    ...inspectionsDesk,
    ...selfChecksDesk,
    ...tipsDesk,
    ...noticesDesk,
    ...exchangeDesk,
    ...inventoryDesk,
    ...reportsDesk,
    ...privacyDesk,
    ...dashboardDesk,
    ...ledgerDesk,
    ...operationsDesk,
  ],
};
