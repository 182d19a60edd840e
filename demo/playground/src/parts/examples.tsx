import { EXAMPLES } from "../examples.js";

interface Props {
  readonly text: string;
  onChoose(text: string): void;
}

/** Texts to begin with. */
export function Examples({ text, onChoose }: Props) {
  return (
    <fieldset class="examples" aria-labelledby="examples">
      <span id="examples">Try</span>
      {EXAMPLES.map((example) => (
        <button
          key={example.label}
          type="button"
          class="chip"
          aria-pressed={text === example.text}
          onClick={() => onChoose(example.text)}
        >
          {example.label}
        </button>
      ))}
    </fieldset>
  );
}
