import { useRef } from "preact/hooks";
import type { PlacedMark } from "../review/blocks.js";
import { outcomeOf } from "../review/outcome.js";
import type { Workspace } from "../workspace.js";
import { EditCard } from "./edit-card.jsx";
import { Export } from "./export.jsx";
import { MarkedText } from "./marked-text.jsx";
import { useReview } from "./review.js";
import { countOf } from "./wording.js";

/** Both texts next to each other, or what was and what is in one. */
export type View = "sides" | "inline";

const VIEWS: readonly (readonly [View, string])[] = [
  ["sides", "Side by side"],
  ["inline", "Inline"],
];

interface Props {
  readonly workspace: Workspace;
  readonly marks: readonly PlacedMark[];
  readonly view: View;
  readonly pointed: number | undefined;
  onView(view: View): void;
  onPoint(start: number | undefined): void;
}

/** The restored text, with every edit open to question. */
export function ResultPane({ workspace, marks, view, pointed, onView, onPoint }: Props) {
  const { result, decisions } = workspace;
  const pane = useRef<HTMLElement>(null);
  const review = useReview({ pane, marks, pointed, onPoint, choose: workspace.choose });
  const current = marks.find(({ start }) => start === pointed);
  const outcome = () => (result ? outcomeOf(result.text, result.marks, result.restoration.detection) : undefined);
  return (
    <section ref={pane} class="pane panel result" aria-labelledby="restored" onFocusOut={review.onFocusOut}>
      <div class="pane-head">
        <h2 id="restored">Restored</h2>
        <fieldset class="switch">
          <legend class="unseen">View</legend>
          {VIEWS.map(([name, label]) => (
            <label key={name}>
              <input type="radio" name="view" checked={view === name} onChange={() => onView(name)} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <Export original={result?.text ?? ""} outcome={outcome} />
      </div>
      {result && <MarkedText text={result.text} marks={marks} view={view} pointed={pointed} review={review} />}
      {current && <EditCard key={current.start} mark={current} pane={pane} review={review} />}
      {decisions > 0 && (
        <p class="decisions">
          {countOf(decisions, "decision")} of yours.{" "}
          <button type="button" class="quiet" onClick={workspace.forgetDecisions}>
            Take back
          </button>
        </p>
      )}
    </section>
  );
}
