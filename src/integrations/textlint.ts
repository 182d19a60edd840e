import type { Preset } from "../options.js";
import { createUnspinner, type Unspinner } from "../unspin.js";
import { messagesOf } from "./message.js";

/** What the rule is told in textlint's configuration. */
export interface TextlintUnspinOptions {
  /** How careful to be; `balanced` if not said. */
  readonly preset?: Preset;
  /** Least confidence of an edit that is reported with a fix, 0 to 1; the preset's if not said. */
  readonly minConfidence?: number;
  /** Words and phrases that are left alone. */
  readonly ignore?: readonly string[];
  /** Whether texts are looked at in full that show nothing of spinning at first glance. */
  readonly thorough?: boolean;
}

/** The part of textlint's rule context that the rule uses. */
export interface TextlintContext {
  /** What nodes are called. */
  readonly Syntax: {
    /** The whole document. */
    readonly Document: string;
  };
  /** Makes what `report` takes. */
  readonly RuleError: {
    /** An error with its fix and its place as details. */
    new (message: string, details: object): object;
  };
  /** Makes a fix. */
  readonly fixer: {
    /** A fix that puts a text in the place of a range, in UTF-16 offsets. */
    replaceTextRange(range: readonly [number, number], text: string): object;
  };
  /** Makes a place. */
  readonly locator: {
    /** The place of a range, in UTF-16 offsets. */
    range(range: readonly [number, number]): object;
  };
  /** The source of a node. */
  getSource(node: object): string;
  /** Reports an error at a node. */
  report(node: object, error: object): void;
}

/** What textlint calls for the nodes of a document. */
export type Handlers = Readonly<Record<string, (node: object) => void>>;

/** Restorers by their options: one is set up once for all the files of a run. */
const restorers = new Map<string, Unspinner>();

function restorerFor(options: TextlintUnspinOptions): Unspinner {
  const { preset, minConfidence, ignore, thorough } = options;
  const key = JSON.stringify([preset, minConfidence, ignore, thorough]);
  const known = restorers.get(key);
  if (known) return known;
  const unspinner = createUnspinner({
    ...(preset === undefined ? {} : { preset }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(ignore === undefined ? {} : { ignore }),
    ...(thorough === undefined ? {} : { thorough }),
  });
  restorers.set(key, unspinner);
  return unspinner;
}

/** Reports edits with a fix, and suggestions, which need a person, with suggested fixes. */
function report(context: TextlintContext, options: TextlintUnspinOptions | true = {}): Handlers {
  const { Syntax, RuleError, fixer, locator, getSource } = context;
  const unspinner = restorerFor(options === true ? {} : options);
  return {
    [Syntax.Document]: (node) => {
      const text = getSource(node);
      for (const message of messagesOf(text, unspinner.unspin(text), { suggestions: true })) {
        const { place, applied, expected, reason, note } = message;
        const range = [place.start.offset, place.end.offset] as const;
        const fixes = expected.map((replacement, index) => ({
          id: `unspin-${index + 1}`,
          message: `Put \`${replacement}\``,
          fix: fixer.replaceTextRange(range, replacement),
        }));
        const remedy = applied ? { fix: fixer.replaceTextRange(range, expected[0] ?? "") } : { suggestions: fixes };
        context.report(node, new RuleError(`${reason}: ${note}`, { padding: locator.range(range), ...remedy }));
      }
    },
  };
}

/** A rule of textlint. */
const rule = {
  /** Reports what was swapped. */
  linter: report,
  /** The same, for `--fix`. */
  fixer: report,
};

export default rule;
