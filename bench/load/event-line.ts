/** News as a page gets them. `entityId` names what the event is about. */
export interface News {
  readonly type: string;
  readonly entityId: string;
  readonly machineId: string | null;
}

/** Reads the event stream of one person until it is closed, and hands on each event as it arrives. */
export async function listen(url: string, token: string, hear: (news: News) => void): Promise<{ close(): void }> {
  const abort = new AbortController();
  const answer = await fetch(`${url}/api/v1/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`events: ${answer.status}`);
  void readAll(answer.body, hear).catch(() => undefined); // ends by `close`, too
  return { close: () => abort.abort() };
}

async function readAll(body: ReadableStream<Uint8Array>, hear: (news: News) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      const type = /^event: (.*)$/m.exec(block)?.[1];
      if (!data || !type) continue;
      const { entity, machineId } = JSON.parse(data) as { entity?: { id: string }; machineId?: string };
      hear({ type, entityId: entity?.id ?? '', machineId: machineId ?? null });
    }
  }
}
