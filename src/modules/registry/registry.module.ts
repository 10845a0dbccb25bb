import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { EndSuspensions } from './suspensions/end-suspensions';
import { SuspendWelders } from './suspensions/suspend-welders';
import { SuspensionNews } from './suspensions/suspension-news';
import { SuspensionStore } from './suspensions/suspension.store';
import { KeepUpkeep } from './upkeep/keep-upkeep';
import { ShowUpkeep } from './upkeep/show-upkeep';
import { UpkeepController } from './upkeep/upkeep.controller';
import { UpkeepStore } from './upkeep/upkeep.store';
import { upkeepTexts } from './upkeep/upkeep.texts';
import { suspensionTexts } from './suspensions/suspension.texts';
import { SuspensionsController } from './suspensions/suspensions.controller';
import { ForgetWelder } from './welders/forget-welder';
import { RegionsModule } from '../regions/regions.module';
import { RulesModule } from '../rules/rules.module';
import { TakeInChips } from './bulk/take-in-chips';
import { TakeInEnterprises } from './bulk/take-in-enterprises';
import { TakeInMachines } from './bulk/take-in-machines';
import { TakeInStickers } from './bulk/take-in-stickers';
import { TakeInWelders } from './bulk/take-in-welders';
import { BindSignboard } from './areas/bind-signboard';
import { WorkshopAreas } from './areas/workshop-areas';
import { DesignateArea } from './areas/designate-area';
import { DesignatedAreaStore } from './areas/designated-area.store';
import { DesignatedAreasController } from './areas/designated-areas.controller';
import { FindDesignatedAreas } from './areas/find-designated-areas';
import { ChipSecretsReader } from './chip-secrets.reader';
import { BindChip } from './chips/bind-chip';
import { ChipBlocks } from './chips/chip-blocks';
import { ChipStore } from './chips/chip.store';
import { ChipsController } from './chips/chips.controller';
import { CsvBodyReader } from './chips/csv-body';
import { FindChips } from './chips/find-chips';
import { ImportChips } from './chips/import-chips';
import { ReplaceSecret } from './chips/replace-secret';
import { MachineChipController } from './chips/machine-chip.controller';
import { CodeRegistry } from './code-registry';
import { CodeStore } from './codes/code.store';
import { codeTexts } from './codes/codes.texts';
import { CodesController } from './codes/codes.controller';
import { PrintBlankCodes } from './codes/print-blank-codes';
import { ExternalCodes } from './codes/external-codes';
import { ReplaceCode } from './codes/replace-code';
import { DataQualityController } from './data-quality/data-quality.controller';
import { FindOddTexts } from './data-quality/find-odd-texts';
import { OddTexts } from './data-quality/odd-texts.view';
import { EmploymentClaimStore } from './employment/employment-claim.store';
import { EmploymentClaimsController } from './employment/employment-claims.controller';
import { EmploymentsController } from './employment/employments.controller';
import { EndEmployment } from './employment/end-employment';
import { FindEmploymentClaims } from './employment/find-employment-claims';
import { SettleEmploymentClaim } from './employment/settle-employment-claim';
import { ConfirmHeadcount } from './enterprises/confirm-headcount';
import { ChangeEnterprise } from './enterprises/change-enterprise';
import { EnterpriseStore } from './enterprises/enterprise.store';
import { EnterpriseContact } from './enterprises/enterprise-contact';
import { EnterpriseViews } from './enterprises/enterprise.mapper';
import { EnterprisesController } from './enterprises/enterprises.controller';
import { FindEnterprises } from './enterprises/find-enterprises';
import { RegisterEnterprise } from './enterprises/register-enterprise';
import { Labels } from './labels/labels';
import { LabelsController } from './labels/labels.controller';
import { PrintMachineLabels } from './labels/print-machine-labels';
import { ChangeMachine } from './machines/change-machine';
import { CommandMachine } from './machines/command-machine';
import { FindMachines } from './machines/find-machines';
import { MachineParties } from './machines/machine-parties';
import { MachineStore } from './machines/machine.store';
import { HandOverMachines } from './handovers/hand-over-machines';
import { HandoverStore } from './handovers/handover.store';
import { handoverTexts } from './handovers/handover.texts';
import { HandoversController } from './handovers/handovers.controller';
import { MachinesController } from './machines/machines.controller';
import { PlaceMachine } from './machines/place-machine';
import { RegisterMachine } from './machines/register-machine';
import { OwnerPhonesReader } from './owner-phones.reader';
import { RegistryReader } from './registry.reader';
import { CodeRollStore } from './rolls/code-roll.store';
import { CodeRolls } from './rolls/code-rolls.view';
import { CodeRollsController } from './rolls/code-rolls.controller';
import { KeepRolls } from './rolls/keep-rolls';
import { registryTexts } from './registry.texts';
import { WelderIdentityReader } from './welder-identity.reader';
import { FindWelders } from './welders/find-welders';
import { RegisterWelder } from './welders/register-welder';
import { RevealWelder } from './welders/reveal-welder';
import { WelderStore } from './welders/welder.store';
import { WeldersController } from './welders/welders.controller';

const STORES = [
  EnterpriseStore,
  WelderStore,
  EmploymentClaimStore,
  MachineStore,
  ChipStore,
  CodeStore,
  CodeRollStore,
  DesignatedAreaStore,
];

/** What comes in by lists. */
const BULK = [TakeInMachines, TakeInStickers, TakeInWelders, TakeInEnterprises, TakeInChips];

/** Enterprises, welders, machines, chips, codes and designated areas: who and what there is. */
@Module({
  imports: [RegionsModule, RulesModule],
  controllers: [
    UpkeepController,
    SuspensionsController,
    HandoversController,
    EnterprisesController,
    WeldersController,
    EmploymentClaimsController,
    EmploymentsController,
    DataQualityController,
    MachinesController,
    MachineChipController,
    LabelsController,
    ChipsController,
    CodesController,
    CodeRollsController,
    DesignatedAreasController,
  ],
  providers: [
    UpkeepStore,
    ShowUpkeep,
    KeepUpkeep,
    ForgetWelder,
    SuspensionStore,
    SuspensionNews,
    SuspendWelders,
    EndSuspensions,
    ...STORES,
    HandoverStore,
    HandOverMachines,
    ...BULK,
    RegistryReader,
    OwnerPhonesReader,
    ChipSecretsReader,
    WelderIdentityReader,
    CodeRegistry,
    EnterpriseContact,
    EnterpriseViews,
    RegisterEnterprise,
    ChangeEnterprise,
    ConfirmHeadcount,
    FindEnterprises,
    RegisterWelder,
    FindWelders,
    RevealWelder,
    OddTexts,
    FindOddTexts,
    FindEmploymentClaims,
    SettleEmploymentClaim,
    EndEmployment,
    MachineParties,
    RegisterMachine,
    PlaceMachine,
    ChangeMachine,
    CommandMachine,
    FindMachines,
    CsvBodyReader,
    ImportChips,
    FindChips,
    BindChip,
    ChipBlocks,
    ReplaceSecret,
    DesignateArea,
    WorkshopAreas,
    BindSignboard,
    FindDesignatedAreas,
    Labels,
    PrintMachineLabels,
    PrintBlankCodes,
    ExternalCodes,
    ReplaceCode,
    CodeRolls,
    KeepRolls,
  ],
  exports: [
    ForgetWelder,
    ...BULK,
    WorkshopAreas,
    BindChip,
    ChipBlocks,
    ReplaceSecret,

    RegistryReader,
    OwnerPhonesReader,
    ChipSecretsReader,
    WelderIdentityReader,
    CodeRegistry,
    ExternalCodes,
    EnterpriseContact,
    RegisterEnterprise,
    RegisterWelder,
    RegisterMachine,
    PlaceMachine,
  ],
})
export class RegistryModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(suspensionTexts);
    catalogue.add(upkeepTexts);
    catalogue.add(registryTexts);
    catalogue.add(codeTexts);
    catalogue.add(handoverTexts);
  }
}
