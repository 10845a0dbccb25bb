/** A pen on a canvas: strokes joined by curves, as wide on the paper as on the glass, whatever the screen's density. */
export class Drawing {
  private last: { x: number; y: number } | null = null;
  private middle: { x: number; y: number } | null = null;

  constructor(private readonly canvas: HTMLCanvasElement) {}

  /** Takes the canvas's size on the page; what was drawn is gone. */
  clear(): void {
    const { width, height } = this.canvas.getBoundingClientRect();
    const scale = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    const pen = this.pen;
    if (!pen) return;
    pen.scale(scale, scale);
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
    pen.strokeStyle = '#14202c';
    pen.fillStyle = '#14202c';
    pen.lineWidth = 2.6;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
  }

  begin(event: PointerEvent): void {
    this.last = this.point(event);
    this.middle = this.last;
    const pen = this.pen;
    pen?.beginPath();
    pen?.arc(this.last.x, this.last.y, 1.3, 0, Math.PI * 2);
    pen?.fill();
  }

  /** Through the middles of the points, so that a quick hand draws no corners. */
  draw(event: PointerEvent): void {
    const { last, middle, pen } = this;
    if (!last || !middle || !pen) return;
    const to = this.point(event);
    const next = { x: (last.x + to.x) / 2, y: (last.y + to.y) / 2 };
    pen.beginPath();
    pen.moveTo(middle.x, middle.y);
    pen.quadraticCurveTo(last.x, last.y, next.x, next.y);
    pen.stroke();
    this.last = to;
    this.middle = next;
  }

  end(): void {
    this.last = null;
    this.middle = null;
  }

  toPng(): Promise<Blob | null> {
    return new Promise((resolve) => this.canvas.toBlob(resolve, 'image/png'));
  }

  private get pen(): CanvasRenderingContext2D | null {
    return this.canvas.getContext('2d');
  }

  private point(event: PointerEvent): { x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
