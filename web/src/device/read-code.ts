import jsQR from 'jsqr';

const LONGEST_SIDE = 900;

/** The text of a QR code in an image or video frame, or `null`. Large pictures are shrunk first: a phone photo has 12 megapixels. */
export function readCode(source: CanvasImageSource, width: number, height: number): string | null {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(pixels.data, pixels.width, pixels.height)?.data ?? null;
}

export async function readCodeFromFile(file: File): Promise<string | null> {
  const image = await createImageBitmap(file);
  const text = readCode(image, image.width, image.height);
  image.close();
  return text;
}
