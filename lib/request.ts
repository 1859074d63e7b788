/** The body, or undefined as soon as it is longer than `max` bytes: the rest is not read, whatever its header says. */
export async function readBody(request: Request, max: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > max) return undefined;
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(chunks);
    bytes += part.value.byteLength;
    if (bytes > max) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
}
