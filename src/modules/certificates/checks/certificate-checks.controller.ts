import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CertificateView } from '../certificate.dto';
import {
  CertificateHistory,
  CertificateScan,
  LookUpCertificateRequest,
  RevealCertificateRequest,
  RevealedCertificate,
  ScanCertificateRequest,
} from './check.dto';
import { LookUpCertificate } from './look-up-certificate';
import { ReadHistory } from './read-history';
import { RevealCertificate } from './reveal-certificate';
import { ScanCertificate } from './scan-certificate';

@ApiTags('certificates')
@Controller('certificates')
export class CertificateChecksController {
  constructor(
    private readonly reveal: RevealCertificate,
    private readonly lookUp: LookUpCertificate,
    private readonly scan: ScanCertificate,
    private readonly read: ReadHistory,
  ) {}

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('certificate.look-up')
  @ApiOperation({ summary: 'Number and name for the public lookup, for a stated purpose; audited' })
  async show(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { purpose }: RevealCertificateRequest,
  ): Promise<RevealedCertificate> {
    return answer(await this.reveal.execute(request, id, purpose));
  }

  @Post(':id/lookups')
  @HttpCode(200)
  @Allow('certificate.look-up')
  @ApiOperation({
    summary: 'What the public lookup answered, with a screenshot; a good answer of an official verifies',
  })
  async lookedUp(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: LookUpCertificateRequest,
  ): Promise<CertificateView> {
    return answer(await this.lookUp.execute(request, id, body));
  }

  @Post(':id/scans')
  @HttpCode(200)
  @Allow('certificate.scan')
  @ApiOperation({
    summary: 'The QR code of the e-certificate as it was read: a claim that lets its holder work for some hours',
  })
  async scanned(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { text }: ScanCertificateRequest,
  ): Promise<CertificateScan> {
    return answer(await this.scan.execute(request, id, text));
  }

  @Get(':id/history')
  @Allow('welder.read')
  @ApiOperation({ summary: 'Who did what about the certificate, when and how, newest first' })
  async history(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CertificateHistory> {
    return answer(await this.read.execute(request, id));
  }
}
