export type PackFault =
  | { readonly kind: 'not-a-pack' | 'not-signed' | 'key-unknown' | 'signature-wrong' }
  | { readonly kind: 'file-changed' | 'file-removed' | 'file-added'; readonly path: string }
  | { readonly kind: 'audit-entry-changed' | 'audit-block-wrong'; readonly id: string };
