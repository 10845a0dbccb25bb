import { AuditCounterRow } from './platform/audit-counter.row';
import { EpochRow } from './platform/epoch.row';
import { FileRow } from './platform/file.row';
import { IdempotencyKeyRow } from './platform/idempotency-key.row';
import { KeyHolderRow } from './platform/key-holder.row';
import { SearchKeyMoveRow } from './platform/search-key-move.row';
import { SearchKeyRow } from './platform/search-key.row';
import { StorageProbeRow } from './platform/storage-probe.row';
import { TextCountRow } from './platform/text-count.row';
import { InvitationRow } from './identity/invitation.row';
import { LoginCodeRow } from './identity/login-code.row';
import { LoginDeviceRow } from './identity/login-device.row';
import { LoginFailureRow } from './identity/login-failure.row';
import { RecoveryCodeRow } from './identity/recovery-code.row';
import { RefreshFamilyRow } from './identity/refresh-family.row';
import { RefreshTokenRow } from './identity/refresh-token.row';
import { SecondFactorRow } from './identity/second-factor.row';
import { UserRow } from './identity/user.row';
import { GridPersonRow } from './regions/grid-person.row';
import { GridRow } from './regions/grid.row';
import { RegionBoundsRow } from './regions/region-bounds.row';
import { RegionOutlineRow } from './regions/region-outline.row';
import { RegionRow } from './regions/region.row';
import { CalendarDayRow } from './rules/calendar-day.row';
import { CalendarYearRow } from './rules/calendar-year.row';
import { RollOutModeRow } from './rules/roll-out-mode.row';
import { RuleChangeRow } from './rules/rule-change.row';
import { RuleVersionRow } from './rules/rule-version.row';
import { SpecialPeriodRow } from './rules/special-period.row';
import { ChipBindingRow } from './registry/chip-binding.row';
import { ChipBlockRow } from './registry/chip-block.row';
import { ChipRow } from './registry/chip.row';
import { CodeRollRow } from './registry/code-roll.row';
import { CodeRow } from './registry/code.row';
import { DesignatedAreaRow } from './registry/designated-area.row';
import { EmploymentRow } from './registry/employment.row';
import { EnterpriseRow } from './registry/enterprise.row';
import { ExternalCodeRow } from './registry/external-code.row';
import { MachineCheckRow } from './registry/machine-check.row';
import { MachineRepairRow } from './registry/machine-repair.row';
import { MachineHandoverRow } from './registry/machine-handover.row';
import { MachineRow } from './registry/machine.row';
import { WelderSuspensionRow } from './registry/welder-suspension.row';
import { WelderPinRow } from './registry/welder-pin.row';
import { WelderRow } from './registry/welder.row';
import { SiteRow } from './sites/site.row';
import { WorkshopRow } from './sites/workshop.row';
import { CertificateCheckRow } from './certificates/certificate-check.row';
import { CertificateNoticeRow } from './certificates/certificate-notice.row';
import { CertificateOperationRow } from './certificates/certificate-operation.row';
import { CertificateRow } from './certificates/certificate.row';
import { ImportFileRow } from './imports/import-file.row';
import { ImportRowRow } from './imports/import-row.row';
import { ImportRow } from './imports/import.row';
import { TrainingAttemptRow } from './training/training-attempt.row';
import { TrainingAttendanceRow } from './training/training-attendance.row';
import { TrainingCampaignRow } from './training/training-campaign.row';
import { TrainingClosedTargetRow } from './training/training-closed-target.row';
import { TrainingInstructorRow } from './training/training-instructor.row';
import { TrainingPassRow } from './training/training-pass.row';
import { TrainingPracticeMachineRow } from './training/training-practice-machine.row';
import { TrainingPracticePupilRow } from './training/training-practice-pupil.row';
import { TrainingPracticeRow } from './training/training-practice.row';
import { TrainingProcedureRow } from './training/training-procedure.row';
import { TrainingProcedureSignatureRow } from './training/training-procedure-signature.row';
import { TrainingProviderCheckRow } from './training/training-provider-check.row';
import { TrainingProviderRow } from './training/training-provider.row';
import { TrainingQuestionRow } from './training/training-question.row';
import { TrainingSessionRow } from './training/training-session.row';
import { RegistrationHandoverRow } from './registrations/registration-handover.row';
import { RegistrationRow } from './registrations/registration.row';
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
import { PermitPlantSignatureRow } from './permits/permit-plant-signature.row';
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
import { PowerTestRow } from './jobs/power-test.row';
import { OfflineCodeRow } from './jobs/offline-code.row';
import { FittingAppointmentRow } from './fitting/fitting-appointment.row';
import { FittingRow } from './fitting/fitting.row';
import { ChipHoldingRow } from './wire/chip-holding.row';
import { ChipSecretChangeRow } from './wire/chip-secret-change.row';
import { ChipSettingsRow } from './wire/chip-settings.row';
import { WaiverRow } from './jobs/waiver.row';
import { DutyShiftRow } from './help/duty-shift.row';
import { HelpStepRow } from './help/help-step.row';
import { HelpTicketRow } from './help/help-ticket.row';
import { RollOutMessageRow } from './help/roll-out-message.row';
import { ArcRow } from './telemetry/arc.row';
import { ChipBootRow } from './telemetry/chip-boot.row';
import { ChipResetRow } from './telemetry/chip-reset.row';
import { ChipStateRow } from './telemetry/chip-state.row';
import { QuarantineHourRow } from './telemetry/quarantine-hour.row';
import { QuarantineRow } from './telemetry/quarantine.row';
import { ArcVerdictRow } from './supervision/arc-verdict.row';
import { LeaveRow } from './supervision/leave.row';
import { ForgedCardReviewRow } from './supervision/forged-card-review.row';
import { ViolationArcRow } from './supervision/violation-arc.row';
import { ViolationHandoverRow } from './supervision/violation-handover.row';
import { ViolationHistoryRow } from './supervision/violation-history.row';
import { ViolationRow } from './supervision/violation.row';
import { HeartbeatRow } from './outages/heartbeat.row';
import { OutageRow } from './outages/outage.row';
import { PaperBlockRow } from './outages/paper-block.row';
import { PaperPermitMachineRow } from './outages/paper-permit-machine.row';
import { PaperPermitRow } from './outages/paper-permit.row';
import { CaseDocumentRow } from './evidence/case-document.row';
import { DocumentNumberRow } from './evidence/document-number.row';
import { ContractRow } from './contracts/contract.row';
import { DrillDutyRow } from './self-checks/drill-duty.row';
import { DrillRow } from './self-checks/drill.row';
import { InternalReportRow } from './self-checks/internal-report.row';
import { InternalReporterRow } from './self-checks/internal-reporter.row';
import { InternalRewardRow } from './self-checks/internal-reward.row';
import { SelfCheckAnswerRow } from './self-checks/self-check-answer.row';
import { SelfCheckFindingRow } from './self-checks/self-check-finding.row';
import { SelfCheckRow } from './self-checks/self-check.row';
import { DrawCommitmentRow } from './inspections/draw-commitment.row';
import { InspectionDrawRow } from './inspections/inspection-draw.row';
import { InspectionFindingRow } from './inspections/inspection-finding.row';
import { InspectionStepRow } from './inspections/inspection-step.row';
import { InspectionRow } from './inspections/inspection.row';
import { TipIdentityRow } from './tips/tip-identity.row';
import { TipLookRow } from './tips/tip-look.row';
import { TipPhotoRow } from './tips/tip-photo.row';
import { TipRewardRow } from './tips/tip-reward.row';
import { TipStepRow } from './tips/tip-step.row';
import { TipRow } from './tips/tip.row';
import { ChipPresenceRow } from './dashboard/chip-presence.row';
import { DayFigureDeltaRow } from './dashboard/day-figure-delta.row';
import { DayFigureRow } from './dashboard/day-figure.row';
import { EnterpriseDayFigureRow } from './dashboard/enterprise-day-figure.row';
import { RecencyDeclarationRow } from './recency/recency-declaration.row';
import { RecencyWarningRow } from './recency/recency-warning.row';
import { ErasureRequestRow } from './privacy/erasure-request.row';
import { ErasureRow } from './privacy/erasure.row';
import { ExchangeCheckRow } from './exchange/exchange-check.row';
import { ExchangeChipRow } from './exchange/exchange-chip.row';
import { ExchangeDifferenceRow } from './exchange/exchange-difference.row';
import { ExchangeItemRow } from './exchange/exchange-item.row';
import { ExchangeKeyRow } from './exchange/exchange-key.row';
import { ExchangeLineRow } from './exchange/exchange-line.row';
import { ExchangeMappingRow } from './exchange/exchange-mapping.row';
import { ExchangePaperRow } from './exchange/exchange-paper.row';
import { ExchangePartnerRow } from './exchange/exchange-partner.row';
import { ExchangeStockRow } from './exchange/exchange-stock.row';
import { ExchangeTakenRow } from './exchange/exchange-taken.row';
import { MessageReceiverRow } from './notices/message-receiver.row';
import { MessageRow } from './notices/message.row';
import { NoticeSettingsRow } from './notices/notice-settings.row';
import { WebhookRow } from './notices/webhook.row';
import { InventoryCountRow } from './inventory/inventory-count.row';
import { InventoryDeltaRow } from './inventory/inventory-delta.row';
import { InventoryDueTotalRow } from './inventory/inventory-due-total.row';
import { InventoryFilterRow } from './inventory/inventory-filter.row';
import { InventoryMachineRow } from './inventory/inventory-machine.row';
import { InventoryWelderRow } from './inventory/inventory-welder.row';
import { ReportRow } from './reports/report.row';
import { QualityAcceptanceRow } from './inventory/quality-acceptance.row';
import { TargetDayRow } from './inventory/target-day.row';
import { TargetRow } from './inventory/target.row';

/** Every table that TypeORM can map, in the order of the features. */
export const ENTITIES = [
  AuditCounterRow,
  EpochRow, FileRow, IdempotencyKeyRow, KeyHolderRow, SearchKeyMoveRow, SearchKeyRow, StorageProbeRow, TextCountRow,
  InvitationRow, LoginCodeRow, LoginDeviceRow, LoginFailureRow, RecoveryCodeRow, RefreshFamilyRow, RefreshTokenRow,
  SecondFactorRow, UserRow,
  GridPersonRow, GridRow, RegionBoundsRow, RegionOutlineRow, RegionRow,
  CalendarDayRow, CalendarYearRow, RollOutModeRow, RuleChangeRow, RuleVersionRow, SpecialPeriodRow,
  ChipBindingRow, ChipBlockRow, ChipRow, CodeRollRow, CodeRow, DesignatedAreaRow, EmploymentRow, EnterpriseRow, ExternalCodeRow, MachineCheckRow, MachineHandoverRow, MachineRepairRow, MachineRow, WelderSuspensionRow, WelderPinRow, WelderRow,
  SiteRow, WorkshopRow,
  ContractRow,
  CertificateCheckRow, CertificateNoticeRow, CertificateOperationRow, CertificateRow,
  ImportFileRow, ImportRow, ImportRowRow,
  TrainingAttemptRow, TrainingAttendanceRow, TrainingCampaignRow, TrainingClosedTargetRow, TrainingInstructorRow, TrainingPassRow, TrainingPracticeMachineRow, TrainingPracticePupilRow, TrainingPracticeRow, TrainingProcedureRow, TrainingProcedureSignatureRow, TrainingProviderCheckRow, TrainingProviderRow, TrainingQuestionRow, TrainingSessionRow,
  RegistrationHandoverRow, RegistrationRow,
  CollectionRow, HeldWelderRow,
  ApprovalDelegationRow, PermitAmendmentRow, PermitDeadlineRow, PermitGasTestRow, PermitHistoryRow, PermitMachineRow, PermitMeasureRow, PermitPaperRecordRow, PermitPlantSignatureRow, PermitRow, PermitSignatureRow, PermitSignboardRow, PermitSiteVisitRow, PermitWatchRecordRow, PermitWelderRow, PhotoCheckRow, TextStopRow, WatcherCertificateRow,
  NearbyActivityRow, PermitPlaceWordRow,
  ChipCommandRow, DecisionRow, JobPhotoAskRow, JobRow, JobStopOrderRow, OfflineCodeRow, PowerTestRow, WaiverRow,
  DutyShiftRow, HelpStepRow, HelpTicketRow, RollOutMessageRow,
  ArcRow, ChipBootRow, ChipResetRow, ChipStateRow, QuarantineHourRow, QuarantineRow,
  FittingAppointmentRow, FittingRow,
  ChipHoldingRow, ChipSecretChangeRow, ChipSettingsRow,
  ArcVerdictRow, ForgedCardReviewRow, LeaveRow, ViolationArcRow, ViolationHandoverRow, ViolationHistoryRow, ViolationRow,
  CaseDocumentRow, DocumentNumberRow,
  HeartbeatRow, OutageRow, PaperBlockRow, PaperPermitMachineRow, PaperPermitRow,
  ReportRow,
  DrillDutyRow, DrillRow, InternalReportRow, InternalReporterRow, InternalRewardRow, SelfCheckAnswerRow, SelfCheckFindingRow, SelfCheckRow,
  DrawCommitmentRow, InspectionDrawRow, InspectionFindingRow, InspectionRow, InspectionStepRow,
  TipIdentityRow, TipLookRow, TipPhotoRow, TipRewardRow, TipRow, TipStepRow,
  ChipPresenceRow,
  DayFigureDeltaRow,
  DayFigureRow,
  EnterpriseDayFigureRow,
  RecencyDeclarationRow, RecencyWarningRow,
  ErasureRequestRow,
  ErasureRow,
  MessageReceiverRow, MessageRow, NoticeSettingsRow, WebhookRow,
  InventoryCountRow, InventoryDeltaRow, InventoryDueTotalRow, InventoryFilterRow, InventoryMachineRow, InventoryWelderRow, QualityAcceptanceRow, TargetDayRow, TargetRow,
  ExchangeCheckRow, ExchangeChipRow, ExchangeDifferenceRow, ExchangeItemRow, ExchangeKeyRow, ExchangeLineRow, ExchangeMappingRow, ExchangePaperRow, ExchangePartnerRow, ExchangeStockRow, ExchangeTakenRow,
]; // prettier-ignore
