import { AuditCounterRow } from './platform/audit-counter.row';
import { FileRow } from './platform/file.row';
import { IdempotencyKeyRow } from './platform/idempotency-key.row';
import { StorageProbeRow } from './platform/storage-probe.row';
import { TextCountRow } from './platform/text-count.row';
import { LoginCodeRow } from './identity/login-code.row';
import { LoginDeviceRow } from './identity/login-device.row';
import { LoginFailureRow } from './identity/login-failure.row';
import { RefreshFamilyRow } from './identity/refresh-family.row';
import { RefreshTokenRow } from './identity/refresh-token.row';
import { UserRow } from './identity/user.row';
import { RegionBoundsRow } from './regions/region-bounds.row';
import { RegionRow } from './regions/region.row';
import { CalendarDayRow } from './rules/calendar-day.row';
import { CalendarYearRow } from './rules/calendar-year.row';
import { RollOutModeRow } from './rules/roll-out-mode.row';
import { RuleChangeRow } from './rules/rule-change.row';
import { RuleVersionRow } from './rules/rule-version.row';
import { SpecialPeriodRow } from './rules/special-period.row';
import { ChipBindingRow } from './registry/chip-binding.row';
import { ChipRow } from './registry/chip.row';
import { CodeRollRow } from './registry/code-roll.row';
import { CodeRow } from './registry/code.row';
import { DesignatedAreaRow } from './registry/designated-area.row';
import { EmploymentRow } from './registry/employment.row';
import { EnterpriseRow } from './registry/enterprise.row';
import { ExternalCodeRow } from './registry/external-code.row';
import { MachineRow } from './registry/machine.row';
import { WelderPinRow } from './registry/welder-pin.row';
import { WelderRow } from './registry/welder.row';
import { SiteRow } from './sites/site.row';
import { WorkshopRow } from './sites/workshop.row';
import { CertificateOperationRow } from './certificates/certificate-operation.row';
import { CertificateRow } from './certificates/certificate.row';
import { CollectionRow } from './collection/collection.row';
import { HeldWelderRow } from './collection/held-welder.row';
import { ApprovalDelegationRow } from './permits/approval-delegation.row';
import { PermitAmendmentRow } from './permits/permit-amendment.row';
import { PermitDeadlineRow } from './permits/permit-deadline.row';
import { PermitGasTestRow } from './permits/permit-gas-test.row';
import { PermitHistoryRow } from './permits/permit-history.row';
import { PermitMachineRow } from './permits/permit-machine.row';
import { PermitMeasureRow } from './permits/permit-measure.row';
import { PermitPaperRecordRow } from './permits/permit-paper-record.row';
import { PermitRow } from './permits/permit.row';
import { PermitSignatureRow } from './permits/permit-signature.row';
import { PermitSignboardRow } from './permits/permit-signboard.row';
import { PermitSiteVisitRow } from './permits/permit-site-visit.row';
import { PermitWatchRecordRow } from './permits/permit-watch-record.row';
import { PermitWelderRow } from './permits/permit-welder.row';
import { PhotoCheckRow } from './permits/photo-check.row';
import { TextStopRow } from './permits/text-stop.row';
import { WatcherCertificateRow } from './permits/watcher-certificate.row';
import { NearbyActivityRow } from './permit-views/nearby-activity.row';
import { PermitPlaceWordRow } from './permit-views/permit-place-word.row';
import { ChipCommandRow } from './jobs/chip-command.row';
import { DecisionRow } from './jobs/decision.row';
import { JobPhotoAskRow } from './jobs/job-photo-ask.row';
import { JobRow } from './jobs/job.row';
import { JobStopOrderRow } from './jobs/job-stop-order.row';
import { OfflineCodeRow } from './jobs/offline-code.row';
import { ArcRow } from './telemetry/arc.row';
import { ChipBootRow } from './telemetry/chip-boot.row';
import { ChipResetRow } from './telemetry/chip-reset.row';
import { ChipStateRow } from './telemetry/chip-state.row';
import { QuarantineHourRow } from './telemetry/quarantine-hour.row';
import { QuarantineRow } from './telemetry/quarantine.row';
import { ArcVerdictRow } from './supervision/arc-verdict.row';
import { ForgedCardReviewRow } from './supervision/forged-card-review.row';
import { ViolationArcRow } from './supervision/violation-arc.row';
import { ViolationHistoryRow } from './supervision/violation-history.row';
import { ViolationRow } from './supervision/violation.row';
import { HeartbeatRow } from './outages/heartbeat.row';
import { OutageRow } from './outages/outage.row';
import { PaperBlockRow } from './outages/paper-block.row';
import { PaperPermitMachineRow } from './outages/paper-permit-machine.row';
import { PaperPermitRow } from './outages/paper-permit.row';

/** Every table that TypeORM can map, in the order of the features. */
export const ENTITIES = [
  AuditCounterRow, FileRow, IdempotencyKeyRow, StorageProbeRow, TextCountRow,
  LoginCodeRow, LoginDeviceRow, LoginFailureRow, RefreshFamilyRow, RefreshTokenRow, UserRow,
  RegionBoundsRow, RegionRow,
  CalendarDayRow, CalendarYearRow, RollOutModeRow, RuleChangeRow, RuleVersionRow, SpecialPeriodRow,
  ChipBindingRow, ChipRow, CodeRollRow, CodeRow, DesignatedAreaRow, EmploymentRow, EnterpriseRow, ExternalCodeRow, MachineRow, WelderPinRow, WelderRow,
  SiteRow, WorkshopRow,
  CertificateOperationRow, CertificateRow,
  CollectionRow, HeldWelderRow,
  ApprovalDelegationRow, PermitAmendmentRow, PermitDeadlineRow, PermitGasTestRow, PermitHistoryRow, PermitMachineRow, PermitMeasureRow, PermitPaperRecordRow, PermitRow, PermitSignatureRow, PermitSignboardRow, PermitSiteVisitRow, PermitWatchRecordRow, PermitWelderRow, PhotoCheckRow, TextStopRow, WatcherCertificateRow,
  NearbyActivityRow, PermitPlaceWordRow,
  ChipCommandRow, DecisionRow, JobPhotoAskRow, JobRow, JobStopOrderRow, OfflineCodeRow,
  ArcRow, ChipBootRow, ChipResetRow, ChipStateRow, QuarantineHourRow, QuarantineRow,
  ArcVerdictRow, ForgedCardReviewRow, ViolationArcRow, ViolationHistoryRow, ViolationRow,
  HeartbeatRow, OutageRow, PaperBlockRow, PaperPermitMachineRow, PaperPermitRow,
]; // prettier-ignore
