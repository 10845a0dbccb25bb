/**
 * Why a message was not taken. `receiver`: the other side answers nobody now. `message`: this one was put off. `refused`:
 * it will never be taken. `code` is stable and names nobody.
 */
export class DeliveryFault extends Error {
  constructor(
    readonly kind: 'receiver' | 'message' | 'refused',
    readonly code: string,
  ) {
    super(code);
  }
}
