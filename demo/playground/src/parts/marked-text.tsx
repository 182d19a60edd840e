import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import { type Block, blocksOf, type PlacedMark, piecesOf } from "../review/blocks.js";
import { confidenceOf } from "../review/marks.js";
import type { View } from "./result-pane.jsx";
import type { Review } from "./review.js";
import { percent } from "./wording.js";

interface Props {
  readonly text: string;
  readonly marks: readonly PlacedMark[];
  readonly view: View;
  readonly pointed: number | undefined;
  readonly review: Review;
}

/** Stands for words that are taken out without others in their place. */
const NOTHING = "∅";

/** The restored text. One of its marks can be reached with the tabulator, the others from there with the arrows. */
export function MarkedText({ text, marks, view, pointed, review }: Props) {
  const stop = marks.some(({ start }) => start === pointed) ? pointed : marks[0]?.start;
  // The same elements as last time are not even looked at.
  const lines = useMemo(
    () =>
      blocksOf(text, marks).map((block, line) => (
        <p key={line} dir="auto" data-from={block.start}>
          <MarkedLine block={block} view={view} pointed={inside(block, pointed)} stop={inside(block, stop)} />
        </p>
      )),
    [text, marks, view, pointed, stop],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      class={`marked reading ${view}`}
      role="group"
      aria-label="Restored text"
      onPointerOver={review.onPointerOver}
      onPointerOut={review.onPointerOut}
      onFocusIn={review.onFocusIn}
      onKeyDown={review.onKeyDown}
      onClick={review.onClick}
    >
      {lines}
    </div>
  );
}

function inside(block: Block<PlacedMark>, start: number | undefined): number {
  return block.marks.findIndex(({ edit }) => edit.start === start);
}

interface LineProps {
  readonly block: Block<PlacedMark>;
  readonly view: View;
  /** Number of the mark that is pointed at; -1 for none. */
  readonly pointed: number;
  /** Number of the mark that the tabulator stops at; -1 for none. */
  readonly stop: number;
}

const MarkedLine = memo(Line, (last: LineProps, next: LineProps) => {
  const [a, b] = [last.block, next.block];
  return (
    last.view === next.view &&
    last.pointed === next.pointed &&
    last.stop === next.stop &&
    a.text === b.text &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => sameMark(mark, b.marks[i]))
  );
});

function sameMark(a: PlacedMark, b: PlacedMark): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.after === b.after &&
    a.applied === b.applied &&
    a.decided === b.decided &&
    a.edit.confidence === b.edit.confidence
  );
}

function Line({ block, view, pointed, stop }: LineProps) {
  let number = -1;
  return (
    <>
      {piecesOf(block).map((piece) => {
        if (typeof piece === "string") return piece;
        number++;
        return (
          // An inline button cannot be broken across lines, and phrases have to be.
          // biome-ignore lint/a11y/useSemanticElements: see above
          <span
            key={piece.start}
            role="button"
            tabIndex={number === stop ? 0 : -1}
            class={classOf(piece, number === pointed)}
            data-at={piece.start}
            aria-label={labelOf(piece, view)}
          >
            <Words mark={piece} view={view} />
          </span>
        );
      })}
      {block.text === "" && <br />}
    </>
  );
}

function Words({ mark, view }: { readonly mark: PlacedMark; readonly view: View }) {
  const { edit, after, applied } = mark;
  if (!applied) return <>{edit.before}</>;
  const added = after === "" ? <ins class="nothing">{NOTHING}</ins> : <ins>{after}</ins>;
  if (view === "sides") return added;
  return (
    <>
      <del>{edit.before}</del> {added}
    </>
  );
}

function classOf({ applied, decided, edit }: PlacedMark, pointed: boolean): string {
  const state = applied ? "applied" : decided ? "rejected" : "proposed";
  const doubt = applied && !decided && edit.confidence < 0.8 ? "unsure" : "";
  return ["mark", state, decided ? "decided" : "", doubt, pointed ? "pointed" : ""].filter(Boolean).join(" ");
}

/** What a screen reader says. It begins with what is seen, for those who speak to their computer. */
function labelOf(mark: PlacedMark, view: View): string {
  const { edit, applied, decided } = mark;
  const after = mark.after || NOTHING;
  const sure = `${percent(confidenceOf(mark))} sure`;
  if (!applied) return decided ? `${edit.before}, kept` : `${edit.before}, perhaps ${after}, ${sure}`;
  const state = decided ? "accepted" : sure;
  return view === "inline" ? `${edit.before} ${after}, replaced, ${state}` : `${after}, was ${edit.before}, ${state}`;
}
