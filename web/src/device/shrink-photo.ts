const LONGEST_SIDE = 1600;

/** The sides of a picture that is no longer than need be; a small one stays as it is. */
export function shrunk({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** A photo small enough for a slow network, as JPEG. What cannot be decoded here is sent as it is; the platform checks it. */
export async function shrinkPhoto(file: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(file);
    const canvas = Object.assign(document.createElement('canvas'), shrunk(image));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.82));
  } catch {
    return file;
  }
}
