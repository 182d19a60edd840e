/** How to go on without a mouse, and what the verdict is not. */
export function Footer() {
  return (
    <footer class="colophon">
      <p class="keys">
        <b>By keyboard:</b> in the restored text <kbd>←</kbd> <kbd>→</kbd> go from edit to edit, <kbd>Enter</kbd> opens
        one, <kbd>A</kbd> accepts, <kbd>R</kbd> rejects, <kbd>1</kbd>–<kbd>9</kbd> take another word, <kbd>Esc</kbd>{" "}
        closes.
      </p>
      <p>
        Confidence is the probability that an edit is right: of those given at 90 %, nine in ten are. The verdict is
        about the words, not about who wrote them.
      </p>
    </footer>
  );
}
