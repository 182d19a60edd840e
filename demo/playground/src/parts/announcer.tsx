import { useEffect, useState } from "preact/hooks";
import type { Result } from "../workspace.js";
import { countOf } from "./wording.js";

/** Milliseconds of rest after which a screen reader is told. */
const PAUSE = 900;

/** Tells a screen reader what came out, once the text has come to rest. */
export function Announcer({ result }: { readonly result: Result | undefined }) {
  const [message, setMessage] = useState("");
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setMessage(messageOf(result)), PAUSE);
    return () => clearTimeout(timer);
  }, [result]);
  return (
    <p class="unseen" role="status">
      {message}
    </p>
  );
}

function messageOf({ text, restoration, marks }: Result): string {
  if (text.trim() === "") return "";
  if (!restoration.detection.spun) return "Not spun, nothing was changed.";
  const applied = marks.filter((mark) => mark.applied).length;
  return `Spun. ${countOf(applied, "edit")}, ${countOf(marks.length - applied, "suggestion")}.`;
}
