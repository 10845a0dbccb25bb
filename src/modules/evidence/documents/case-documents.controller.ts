import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CaseDocumentRequest, CaseDocuments, CaseDocumentView } from './case-document.dto';
import { MakeDocument } from './make-document';
import { ShowDocuments } from './show-documents';

@ApiTags('evidence')
@Controller('violations/:id/documents')
export class CaseDocumentsController {
  constructor(
    private readonly shown: ShowDocuments,
    private readonly documents: MakeDocument,
  ) {}

  @Get()
  @Allow('violation.read')
  @ApiOperation({ summary: 'Documents made from a case, and which ones may be made now' })
  async list(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CaseDocuments> {
    return answer(await this.shown.list(request, id));
  }

  @Post()
  @Allow('case-document.write')
  @ApiOperation({ summary: 'Makes a letter, a summons or record of a talk, a circular or an exposure, numbered' })
  @ApiConflictResponse({ description: 'problem `document.…`: the case does not admit it now' })
  async make(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: CaseDocumentRequest,
  ): Promise<CaseDocumentView> {
    return answer(await this.documents.make(request, id, body));
  }

  @Get(':documentId/document.pdf')
  @Allow('violation.read')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'The document as it was printed' })
  async pdf(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
  ): Promise<StreamableFile> {
    const { pdf, kind } = answer(await this.shown.pdf(request, id, documentId));
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="${kind}-${documentId}.pdf"`,
    });
  }
}
