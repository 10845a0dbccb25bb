import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditTrail } from './audit.view';
import { SealAudit } from './seal-audit';

@Module({
  controllers: [AuditController],
  providers: [AuditTrail, SealAudit],
})
export class AuditModule {}
