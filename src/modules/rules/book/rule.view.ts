import { Injectable } from '@nestjs/common';
import type { RuleVersion } from '../../../domain/rules/rule-book';
import { ruleKind } from '../../../domain/rules/rule-catalogue';
import { hasDirection } from '../../../domain/rules/strictness/stricter';
import { lineage } from '../../../kernel/region-code';
import { type Instant, isoTimeOrNull } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toPage, type Page } from '../../../platform/http/page';
import type { RuleVersionRow } from '../../../schema/rules/rule-version.row';
import { RULE, toRule } from '../rule-version';
import { toVersionView } from './rule-version-view';
import type { RuleVersionsQuery, RuleVersionView, RulesQuery, RuleView } from './rule.dto';

interface CurrentRow extends RuleVersionRow {
  readonly nextFrom: Instant | null;
}

/** Rules for people to read. */
@Injectable()
export class RuleViews {
  /** One for each key and narrowing: as many as there are rules, so in one piece. */
  async current(tx: Tx, { key, regime, regionCode }: RulesQuery, at: Instant): Promise<RuleView[]> {
    const rows = await tx.query<CurrentRow>(
      `select ${RULE}, (select min(n.valid_from) from rule_versions n
          where n.key = r.key and n.regime = r.regime and n.level = r.level and n.region_code = r.region_code and n.valid_from > $1) as "nextFrom"
       from rule_versions r
       where r.valid_from <= $1 and (r.valid_to is null or $1 < r.valid_to)
         and ($2::text is null or r.key = $2)
         and ($3::text is null or r.regime in ('', $3))
         and ($4::text[] is null or r.region_code = any($4))
       order by r.key, r.regime, r.level, r.region_code`,
      [new Date(at), key ?? null, regime ?? null, regionCode === undefined ? null : ['', ...lineage(regionCode)]],
    );
    return rows.map(({ nextFrom, ...row }) => toView(toRule(row), nextFrom, at));
  }

  /** The latest beginning first; the cursor is the last one's beginning and id. */
  async versions(
    tx: Tx,
    key: string,
    { regime, level, regionCode, limit, cursor }: RuleVersionsQuery,
    at: Instant,
  ): Promise<Page<RuleVersionView>> {
    const [from, id] = (cursor ?? '').split('_');
    const rows = await tx.query<RuleVersionRow>(
      `select ${RULE} from rule_versions r
       where key = $1 and ($2::text is null or regime = $2) and ($3::text is null or level = $3) and ($4::text is null or region_code = $4)
         and ($5::bigint is null or (valid_from, id) < (to_timestamp($5::bigint / 1000.0), $6))
       order by valid_from desc, id desc limit $7`,
      [
        key,
        regime ?? null,
        level ?? null,
        regionCode ?? null,
        /^-?\d{1,15}$/.test(from ?? '') ? from : null,
        id ?? '',
        limit + 1,
      ],
    );
    const page = toPage(rows.map(toRule), limit, cursorOf);
    return { items: page.items.map((rule) => toVersionView(rule, at)), nextCursor: page.nextCursor };
  }
}

const cursorOf = ({ validFrom, id }: RuleVersion): string => `${validFrom}_${id}`;

function toView(rule: RuleVersion, nextFrom: Instant | null, at: Instant): RuleView {
  const kind = ruleKind(rule.key);
  return {
    ...toVersionView(rule, at),
    zh: kind?.zh ?? rule.key,
    en: kind?.en ?? rule.key,
    unit: kind?.unit ?? null,
    variesBy: kind?.variesBy ?? [],
    byRegion: kind !== null && kind.variesBy.includes('region') && hasDirection(rule.key),
    nextFrom: isoTimeOrNull(nextFrom),
  };
}
