/** What a stable code says to a person; `{name}` is filled from the refusal's params. Chinese first. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A feature's texts by code, added to the catalogue by its module. */
export type Texts = Readonly<Record<string, Text>>;

export type Language = 'zh-CN' | 'en';
