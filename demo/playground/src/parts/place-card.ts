/** Pixels between a card and the words that it is about. */
const GAP = 8;

/**
 * Puts a card below the words that it is about, or above them if the window ends there, and inside its pane. On a phone
 * the style sheet puts it at the bottom of the screen; there the words must not lie under it.
 */
export function placeCard(card: HTMLElement, anchor: HTMLElement, pane: HTMLElement): void {
  const lines = anchor.getClientRects();
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first || !last) return;
  if (getComputedStyle(card).position === "fixed") {
    const hidden = last.bottom + GAP - card.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden, behavior: "instant" });
    return;
  }
  const frame = pane.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = last.bottom + GAP + height <= window.innerHeight || first.top - GAP - height < 0;
  const top = below ? last.bottom + GAP : first.top - GAP - height;
  const left = Math.max(GAP, Math.min(last.left - frame.left - GAP, frame.width - width - GAP));
  card.style.setProperty("--card-top", `${top - frame.top}px`);
  card.style.setProperty("--card-left", `${left}px`);
}
