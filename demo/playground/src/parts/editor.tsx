import { memo } from "preact/compat";
import { useRef, useState } from "preact/hooks";
import { type Block, blocksOf, type PlacedMark, piecesOf } from "../review/blocks.js";
import { readTextFile } from "./text-file.js";

interface Props {
  readonly text: string;
  readonly marks: readonly PlacedMark[];
  /** Where the edit begins, in the result's text, that is pointed at. */
  readonly pointed: number | undefined;
  onText(text: string): void;
  onPoint(start: number | undefined): void;
}

/** The text as it is written, with the words that change marked while one types. */
export function Editor({ text, marks, pointed, onText, onPoint }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { trouble, setTrouble, take, dropping, target } = useFile(onText);
  const clear = (): void => {
    setTrouble("");
    onText("");
    field.current?.focus();
  };
  const point = (): void => {
    const caret = field.current?.selectionStart ?? -1;
    onPoint(marks.find(({ start, end }) => start <= caret && caret <= end)?.edit.start);
  };
  return (
    <section class={`pane panel ${dropping ? "dropping" : ""}`} aria-labelledby="original" {...target}>
      <Head empty={text === ""} onFile={take} onClear={clear} />
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <div class="editor">
        <div class="mirror reading" aria-hidden="true">
          {blocksOf(text, marks).map((block, line) => (
            <MirrorLine key={line} block={block} pointed={within(block, pointed)} />
          ))}
        </div>
        <textarea
          ref={field}
          class="reading"
          aria-label="Your text"
          placeholder="Paste or drop a text here."
          spellcheck={false}
          autocapitalize="off"
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onClick={point}
        />
      </div>
    </section>
  );
}

/** Takes a text from a file that is chosen or dropped, and says what is wrong with it. */
function useFile(onText: Props["onText"]) {
  const [dropping, setDropping] = useState(false);
  const [trouble, setTrouble] = useState("");
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const { text, problem } = await readTextFile(file);
    setTrouble(problem);
    if (text !== undefined) onText(text);
  };
  const target = {
    onDragOver: (event: DragEvent): void => {
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (): void => setDropping(false),
    onDrop: (event: DragEvent): void => {
      setDropping(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void take(file);
    },
  };
  return { trouble, setTrouble, take, dropping, target };
}

interface HeadProps {
  readonly empty: boolean;
  onFile(file: File | undefined): Promise<void>;
  onClear(): void;
}

function Head({ empty, onFile, onClear }: HeadProps) {
  return (
    <div class="pane-head">
      <h2 id="original">Your text</h2>
      <div class="actions">
        <label class="quiet file">
          Open
          <input
            type="file"
            accept=".txt,.md,.text,text/*"
            aria-label="Open a text file"
            onChange={(event) => {
              void onFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <button type="button" class="quiet" onClick={onClear} disabled={empty}>
          Clear
        </button>
      </div>
    </div>
  );
}

function within(block: Block<PlacedMark>, pointed: number | undefined): number {
  return block.marks.findIndex(({ edit }) => edit.start === pointed);
}

interface LineProps {
  readonly block: Block<PlacedMark>;
  /** Number of the mark that is pointed at; -1 for none. */
  readonly pointed: number;
}

const MirrorLine = memo(Line, (last: LineProps, next: LineProps) => {
  const [a, b] = [last.block, next.block];
  return (
    last.pointed === next.pointed &&
    a.text === b.text &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => {
      const other = b.marks[i];
      return mark.start === other.start && mark.end === other.end && mark.applied === other.applied;
    })
  );
});

function Line({ block, pointed }: LineProps) {
  return (
    <div>
      {piecesOf(block).map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <mark
            key={piece.start}
            class={`${piece.applied ? "swapped" : "doubted"} ${block.marks.indexOf(piece) === pointed ? "pointed" : ""}`}
          >
            {block.text.slice(piece.start, piece.end)}
          </mark>
        ),
      )}
      {/* An empty line is as high as any other. */}
      {block.text === "" && <br />}
    </div>
  );
}
