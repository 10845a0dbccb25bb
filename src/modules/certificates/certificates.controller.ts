import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { AddCertificate } from './add-certificate';
import {
  AddCertificateRequest,
  BestCertificates,
  BestCertificatesQuery,
  CertificatePage,
  CertificateView,
  ForgedCertificateRequest,
  RevokeCertificateRequest,
  VerifyCertificateRequest,
} from './certificate.dto';
import { CommandCertificate } from './command-certificate';
import { FindCertificates } from './find-certificates';

@ApiTags('certificates')
@Controller()
export class CertificatesController {
  constructor(
    private readonly add: AddCertificate,
    private readonly find: FindCertificates,
    private readonly commands: CommandCertificate,
  ) {}

  @Post('welders/:id/certificates')
  @Allow('certificate.write')
  @ApiOperation({ summary: 'Enters a certificate; a welder only their own' })
  async create(
    @CurrentRequest() request: Request,
    @Param('id') welderId: string,
    @Body() body: AddCertificateRequest,
  ): Promise<CertificateView> {
    return answer(await this.add.execute(request, welderId, body));
  }

  @Get('welders/:id/certificates')
  @Allow('welder.read')
  @ApiOperation({ summary: 'A welder’s certificates, numbers masked' })
  async list(@CurrentRequest() request: Request, @Param('id') welderId: string): Promise<CertificatePage> {
    return answer(await this.find.ofWelder(request, welderId));
  }

  @Get('certificates')
  @Allow('welder.read')
  @ApiOperation({ summary: 'For a list of welders: of each the certificate that counts, and its end' })
  best(@CurrentRequest() request: Request, @Query() { welderIds }: BestCertificatesQuery): Promise<BestCertificates> {
    return this.find.bestOf(request, welderIds);
  }

  @Post('certificates/:id/verify')
  @HttpCode(200)
  @Allow('certificate.verify')
  @ApiOperation({ summary: 'Records that the certificate was found genuine, and how' })
  async verify(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: VerifyCertificateRequest,
  ): Promise<CertificateView> {
    return answer(await this.commands.verify(request, id, body));
  }

  @Post('certificates/:id/revoke')
  @HttpCode(200)
  @Allow('certificate.verify')
  @ApiOperation({ summary: 'Takes the certificate out of force; running jobs of its holder end' })
  async revoke(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RevokeCertificateRequest,
  ): Promise<CertificateView> {
    return answer(await this.commands.revoke(request, id, reason));
  }

  @Post('certificates/:id/forged')
  @HttpCode(200)
  @Allow('certificate.verify')
  @ApiOperation({ summary: 'Records that the certificate is a forgery; it is kept as evidence' })
  async forged(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ForgedCertificateRequest,
  ): Promise<CertificateView> {
    return answer(await this.commands.markForged(request, id, body));
  }
}
