import { useState } from "preact/hooks";

type Theme = "auto" | "light" | "dark";

const NEXT: Readonly<Record<Theme, Theme>> = { auto: "dark", dark: "light", light: "auto" };
const NAMES: Readonly<Record<Theme, string>> = { auto: "Auto", light: "Light", dark: "Dark" };

/** Name, purpose, and the choice between light and dark. */
export function Header() {
  return (
    <header class="masthead">
      <div class="brand">
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M6.5 12.5a11 11 0 1 1-1.2 7" />
          <path d="M5.6 5.6v7.2h7.2" />
        </svg>
        <span>unspin</span>
      </div>
      <ThemeButton />
      <h1>Puts back the words that a machine swapped.</h1>
      <p class="promise">Paste a text that reads as if a thesaurus had fallen on it. It never leaves this page.</p>
    </header>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState<Theme>("auto");
  const change = (): void => {
    const next = NEXT[theme];
    setTheme(next);
    if (next === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  return (
    <button type="button" class="quiet theme" onClick={change}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" />
        <path d="M10 3a7 7 0 0 1 0 14z" />
      </svg>
      <span class="unseen">Colours: </span>
      {NAMES[theme]}
    </button>
  );
}
