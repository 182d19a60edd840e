/*
 * Each line knows where it begins in the text, each mark where it begins in its line: lines that only move need not be
 * drawn again.
 */

/** Where the mark begins, in the text, that an event was aimed at. */
export function markStart(target: EventTarget | null): number | undefined {
  const mark = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  const line = mark?.closest<HTMLElement>("[data-from]");
  return mark && line ? Number(line.dataset.from) + Number(mark.dataset.at) : undefined;
}

/** The element of the mark that begins there. */
export function markElement(pane: Element | null, start: number | undefined): HTMLElement | null {
  if (!pane || start === undefined) return null;
  const lines = [...pane.querySelectorAll<HTMLElement>("[data-from]")];
  const line = lines.findLast(({ dataset }) => Number(dataset.from) <= start);
  return line?.querySelector<HTMLElement>(`[data-at="${start - Number(line.dataset.from)}"]`) ?? null;
}
