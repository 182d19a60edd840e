import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { PlacedMark } from "../review/blocks.js";
import { markElement } from "./mark-elements.js";
import { placeCard } from "./place-card.js";
import type { Review } from "./review.js";
import { percent, sentence } from "./wording.js";

interface Props {
  readonly mark: PlacedMark;
  readonly pane: RefObject<HTMLElement | null>;
  readonly review: Review;
}

/** Why an edit was made, how sure it is, and what else there could be. */
export function EditCard({ mark, pane, review }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const { edit } = mark;
  useLayoutEffect(() => {
    const anchor = markElement(pane.current, edit.start);
    if (card.current && anchor && pane.current) placeCard(card.current, anchor, pane.current);
  });
  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      aria-label={`Edit: ${edit.before} to ${edit.after}`}
      onPointerEnter={review.hold}
      onPointerLeave={review.onPointerOut}
      onKeyDown={(event) => {
        if (event.key === "Escape") review.close();
      }}
    >
      <div class="card-head">
        <p class="change">
          <del>{edit.before}</del> <span aria-hidden="true">→</span> <ins>{edit.after || "∅"}</ins>
        </p>
        <p class="sureness">
          {percent(edit.confidence)}
          <span class="unseen"> sure</span>
        </p>
      </div>
      <p class="reason">{sentence(edit.reason)}</p>
      {edit.alternatives.length > 0 && <OtherWords mark={mark} review={review} />}
      <Verdicts mark={mark} review={review} />
      <p class="entry">{edit.entry}</p>
    </div>
  );
}

type Question = Pick<Props, "mark" | "review">;

/** Whether a reader has said that these words are to stand there. */
const isChosen = ({ applied, decided, after }: PlacedMark, words: string): boolean =>
  decided && applied && after === words;

/** What else it could have been, each to be taken. */
function OtherWords({ mark, review }: Question) {
  return (
    <fieldset class="others" aria-label="Other words">
      <span class="others-label" aria-hidden="true">
        or
      </span>
      {mark.edit.alternatives.slice(0, 9).map(({ text, confidence }, i) => (
        <button
          key={text}
          type="button"
          class="chip"
          aria-pressed={isChosen(mark, text)}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => review.choose(mark, text)}
        >
          {text || "nothing"} <small>{percent(confidence)}</small>
        </button>
      ))}
    </fieldset>
  );
}

/** Accept, keep the original, or leave it open. */
function Verdicts({ mark, review }: Question) {
  const { edit, applied, decided } = mark;
  return (
    <div class="card-foot">
      <button
        type="button"
        class="accept"
        aria-pressed={isChosen(mark, edit.after)}
        aria-keyshortcuts="A"
        onClick={() => review.choose(mark, edit.after)}
      >
        Accept
      </button>
      <button
        type="button"
        class="reject"
        aria-pressed={decided && !applied}
        aria-keyshortcuts="R"
        onClick={() => review.choose(mark, undefined)}
      >
        Keep “{shortened(edit.before)}”
      </button>
      <button type="button" class="quiet close" onClick={review.close}>
        <span aria-hidden="true">×</span>
        <span class="unseen">Close</span>
      </button>
    </div>
  );
}

function shortened(words: string): string {
  return words.length > 22 ? `${words.slice(0, 20)}…` : words;
}
