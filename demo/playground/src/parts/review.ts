import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PlacedMark } from "../review/blocks.js";
import type { Workspace } from "../workspace.js";
import { markElement, markStart } from "./mark-elements.js";

interface Setting {
  readonly pane: RefObject<HTMLElement | null>;
  readonly marks: readonly PlacedMark[];
  readonly pointed: number | undefined;
  onPoint(start: number | undefined): void;
  readonly choose: Workspace["choose"];
}

/** What the marks and the card do when a reader points, clicks and types. */
export interface Review {
  onPointerOver(event: PointerEvent): void;
  onPointerOut(event: PointerEvent): void;
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  /** Keeps the card open while the pointer is on it. */
  hold(): void;
  /** Closes the card; the keyboard goes back to its mark. */
  close(): void;
  choose(mark: PlacedMark, after: string | undefined): void;
}

/** Milliseconds before a card opens under the pointer, and before it closes behind it. */
const OPENING = 90;
const CLOSING = 220;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What there is to hand to the parts of a review. */
interface Hands {
  readonly setting: Setting;
  /** Points at a mark, or at none, after so many milliseconds, unless `stay` is called before. */
  later(pause: number, start: number | undefined): void;
  stay(): void;
}

/** Pointing at marks: with the pointer for as long as it is there, with the keyboard or a click until one goes away. */
export function useReview(setting: Setting): Review {
  const { pane, pointed, onPoint, choose } = setting;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stay = (): void => clearTimeout(timer.current);
  const later = (pause: number, start: number | undefined): void => {
    stay();
    timer.current = setTimeout(() => onPoint(start), pause);
  };
  return {
    ...pointing({ setting, later, stay }),
    onKeyDown: (event) => {
      const index = setting.marks.findIndex(({ start }) => start === markStart(event.target));
      if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(setting, event.key, index)) event.preventDefault();
    },
    hold: stay,
    close: () => {
      const element = markElement(pane.current, pointed);
      stay();
      element?.focus({ preventScroll: true });
      stay();
      onPoint(undefined);
    },
    choose,
  };
}

type Pointing = Pick<Review, "onPointerOver" | "onPointerOut" | "onFocusIn" | "onFocusOut" | "onClick">;

/** What follows the pointer and the focus. */
function pointing({ setting: { pane, onPoint }, later, stay }: Hands): Pointing {
  const held = (): boolean => pane.current?.querySelector(".marked :focus, .card :focus") != null;
  return {
    onPointerOver: (event) => {
      const start = markStart(event.target);
      if (event.pointerType === "mouse" && start !== undefined && !held()) later(OPENING, start);
    },
    onPointerOut: (event) => {
      if (event.pointerType === "mouse" && !held()) later(CLOSING, undefined);
    },
    onFocusIn: (event) => {
      const start = markStart(event.target);
      stay();
      if (start !== undefined) onPoint(start);
    },
    onFocusOut: (event) => {
      const to = event.relatedTarget;
      const stays = to instanceof Element && pane.current?.contains(to) && to.closest(".marked [data-at], .card");
      const left = event.target instanceof Element && event.target.closest(".marked, .card");
      if (left && !stays) later(0, undefined);
    },
    onClick: (event) => {
      const start = markStart(event.target);
      if (start !== undefined) markElement(pane.current, start)?.focus({ preventScroll: true });
    },
  };
}

/** Does what a key asks for at a mark; whether it asks for anything. */
function act({ pane, marks, onPoint, choose }: Setting, key: string, index: number): boolean {
  const mark = marks[index];
  const step = STEPS[key];
  if (step) goTo(pane.current, marks, index + step);
  else if (key === "Home") goTo(pane.current, marks, 0);
  else if (key === "End") goTo(pane.current, marks, marks.length - 1);
  else if (key === "Escape") onPoint(undefined);
  else if (key === "Enter" || key === " ") {
    onPoint(mark.start);
    // The card is there after the next drawing.
    requestAnimationFrame(() => pane.current?.querySelector<HTMLElement>(".card button")?.focus());
  } else if (key === "a" || key === "A") choose(mark, mark.edit.after);
  else if (key === "r" || key === "R") choose(mark, undefined);
  else {
    const other = /^[1-9]$/.test(key) ? mark.edit.alternatives[Number(key) - 1] : undefined;
    if (!other) return false;
    choose(mark, other.text);
  }
  return true;
}

function goTo(pane: HTMLElement | null, marks: readonly PlacedMark[], index: number): void {
  const element = markElement(pane, marks[Math.max(0, Math.min(marks.length - 1, index))]?.start);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center", behavior: "instant" });
}
