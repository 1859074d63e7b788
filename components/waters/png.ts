const HEAD_PX = 56;
const SCALE = 2;

/** The drawing with every custom property put in as the colour it has now: a picture file knows no page. */
function standalone(svg: SVGSVGElement): string {
  const css = getComputedStyle(svg);
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return "";
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", css.fontFamily.replaceAll('"', "'"));
  return new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => css.getPropertyValue(name).trim() || "#888");
}

/** Saves a chart as a PNG at twice its size, with its title and a note above it. */
export async function savePng(
  svg: SVGSVGElement,
  words: { file: string; title: string; note: string },
): Promise<void> {
  const css = getComputedStyle(svg);
  const colour = (name: string) => css.getPropertyValue(name).trim();
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = (height + HEAD_PX) * SCALE;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colour("--panel");
  pen.fillRect(0, 0, width, height + HEAD_PX);
  pen.fillStyle = colour("--text");
  pen.font = `700 15px ${css.fontFamily}`;
  pen.fillText(words.title, 16, 24);
  pen.fillStyle = colour("--muted");
  pen.font = `12px ${css.fontFamily}`;
  pen.fillText(words.note, 16, 44);
  pen.drawImage(image, 0, HEAD_PX, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = words.file;
  link.click();
  URL.revokeObjectURL(link.href);
}
