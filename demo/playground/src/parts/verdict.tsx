import type { Detection, RegionName } from "unspin/browser";
import type { EngineStatus } from "../engine/engine.js";
import { LONGEST_TEXT, type Result } from "../workspace.js";
import { probability as inWords, percent } from "./wording.js";

interface Props {
  readonly text: string;
  readonly result: Result | undefined;
  readonly status: EngineStatus;
  onTryAgain(): void;
}

/** Fewer words that could have been swapped say nothing either way. */
const FEWEST_SITES = 8;

const REGIONS: readonly (readonly [RegionName, string])[] = [
  ["body", "Body"],
  ["quotation", "Quotations"],
  ["heading", "Headings"],
  ["capitalised", "Capitalised words"],
  ["sentenceStart", "Sentence starts"],
];

/** Whether the text was spun, how much of it, and where. */
export function Verdict({ text, result, status, onTryAgain }: Props) {
  return (
    <section class="verdict panel" aria-labelledby="verdict">
      <h2 id="verdict" class="overline">
        Verdict
      </h2>
      {status.kind === "failed" ? (
        <Failure message={status.message} onTryAgain={onTryAgain} />
      ) : text.length > LONGEST_TEXT ? (
        <Judgement title="Too long for this page">
          It takes {LONGEST_TEXT.toLocaleString("en")} characters. For more there is the command <code>unspin</code>.
        </Judgement>
      ) : !result ? (
        <Loading status={status} />
      ) : (
        <Finding detection={result.restoration.detection} empty={result.text.trim() === ""} />
      )}
    </section>
  );
}

function Judgement({ title, tone, children }: { title: string; tone?: string; children: preact.ComponentChildren }) {
  return (
    <div class="judgement">
      <p class={`word ${tone ?? ""}`}>{title}</p>
      <p class="because">{children}</p>
    </div>
  );
}

function Failure({ message, onTryAgain }: { message: string; onTryAgain(): void }) {
  return (
    <div role="alert">
      <Judgement title="That did not work">{message}</Judgement>
      <button type="button" class="chip" onClick={onTryAgain}>
        Try again
      </button>
    </div>
  );
}

function Loading({ status }: { status: EngineStatus }) {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  const { loaded, total } = status.kind === "loading" ? status : { loaded: 1, total: 1 };
  return (
    <div class="judgement">
      <p class="word">One moment</p>
      <p class="because">
        {loaded === total || loaded === 0
          ? "Getting the language model ready."
          : `Loading the language model: ${megabytes(loaded)}${total ? ` of ${megabytes(total)}` : ""} MB.`}
      </p>
      <progress aria-label="Language model" {...(total ? { value: loaded, max: total } : {})} />
    </div>
  );
}

function Finding({ detection, empty }: { detection: Detection; empty: boolean }) {
  const { spun, probability, rate, evidence } = detection;
  const regions = REGIONS.filter(([name]) => evidence.regions[name].sites >= 1);
  const sites = regions.reduce((sum, [name]) => sum + evidence.regions[name].sites, 0);
  if (empty) return <Judgement title="Nothing yet">Type, paste or drop a text, or try one of the examples.</Judgement>;
  if (!spun && sites < FEWEST_SITES)
    return <Judgement title="Too short to tell">A few sentences more, and there is something to go by.</Judgement>;
  return (
    <>
      {spun ? (
        <Judgement title="Spun" tone="bad">
          About {percent(rate)} of the words that could have been swapped were. Probability {inWords(probability)}.
        </Judgement>
      ) : (
        <Judgement title="Not spun" tone="good">
          As far as the words tell, nothing was swapped, so nothing is changed. Probability of spinning{" "}
          {inWords(probability)}.
        </Judgement>
      )}
      <dl class="regions">
        {regions.map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <Rate rate={spun ? evidence.regions[name].rate : 0} />
          </div>
        ))}
      </dl>
    </>
  );
}

function Rate({ rate }: { rate: number }) {
  return (
    <dd>
      <span class="bar" aria-hidden="true">
        <span style={{ inlineSize: `${100 * rate}%` }} />
      </span>
      <span class="figure">{percent(rate)}</span>
    </dd>
  );
}
