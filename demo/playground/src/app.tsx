import { useMemo, useState } from "preact/hooks";
import { EXAMPLES } from "./examples.js";
import { Announcer } from "./parts/announcer.jsx";
import { Editor } from "./parts/editor.jsx";
import { Examples } from "./parts/examples.jsx";
import { Footer } from "./parts/footer.jsx";
import { Header } from "./parts/header.jsx";
import { ResultPane, type View } from "./parts/result-pane.jsx";
import { Threshold } from "./parts/threshold.jsx";
import { Verdict } from "./parts/verdict.jsx";
import { placed } from "./review/blocks.js";
import { moveSpans } from "./review/spans.js";
import { useWorkspace } from "./workspace.js";

/** The page. */
export function App() {
  const workspace = useWorkspace(EXAMPLES[0].text);
  const [view, setView] = useState<View>("sides");
  /** Where the mark that is pointed at begins, in the result's text. */
  const [pointed, setPointed] = useState<number>();
  const { text, result } = workspace;
  const marks = useMemo(() => placed(result?.marks ?? []), [result]);
  // Between two restorations the editor keeps the marks of the last one, where typing has left them alone.
  const editorMarks = useMemo(() => moveSpans(marks, result?.text ?? "", text), [marks, result, text]);
  return (
    <>
      <Header />
      <main>
        <Examples text={text} onChoose={workspace.setText} />
        <div class="summary">
          <Verdict text={text} result={result} status={workspace.status} onTryAgain={workspace.tryAgain} />
          <Threshold value={workspace.threshold} marks={marks} onChange={workspace.setThreshold} />
        </div>
        <div class="panes">
          <Editor text={text} marks={editorMarks} pointed={pointed} onText={workspace.setText} onPoint={setPointed} />
          <ResultPane
            workspace={workspace}
            marks={marks}
            view={view}
            pointed={pointed}
            onView={setView}
            onPoint={setPointed}
          />
        </div>
      </main>
      <Footer />
      <Announcer result={result} />
    </>
  );
}
