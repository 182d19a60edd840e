import type { Restoration } from "../types.js";
import { type EditMessage, messagesOf } from "./message.js";

/** A text that was looked at. */
export interface SarifInput {
  /** Path relative to the root of what is checked, or as it was given. */
  readonly path: string;
  readonly text: string;
  readonly restoration: Restoration;
}

/**
 * Findings in several files as a SARIF 2.1.0 log (OASIS 2020), which code hosts show beside the lines of a change. Each
 * result has a fix; edits are warnings, suggestions notes.
 *
 * @param version of unspin
 */
export function sarifLog(inputs: readonly SarifInput[], version: string, suggestions: boolean): object {
  const found = inputs.flatMap(({ path, text, restoration }) =>
    messagesOf(text, restoration, { suggestions }).map((message) => ({ uri: uriOf(path), message })),
  );
  const rules = [...new Set(found.map(({ message }) => message.ruleId))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "unspin", version, rules: rules.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: found.map(({ uri, message }) => resultOf(uri, message, rules)),
      },
    ],
  };
}

function ruleOf(domain: string): object {
  return {
    id: domain,
    shortDescription: { text: `Words of the domain "${domain}" that a machine swapped` },
    defaultConfiguration: { level: "warning" },
  };
}

function resultOf(uri: string, message: EditMessage, rules: readonly string[]): object {
  const { start, end } = message.place;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
  const artifactLocation = { uri };
  const replacements = [{ deletedRegion: region, insertedContent: { text: message.expected[0] } }];
  return {
    ruleId: message.ruleId,
    ruleIndex: rules.indexOf(message.ruleId),
    level: message.applied ? "warning" : "note",
    message: { text: `${message.reason}. ${message.note}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: [{ description: { text: message.reason }, artifactChanges: [{ artifactLocation, replacements }] }],
    properties: { confidence: message.confidence, expected: message.expected },
  };
}

/** A path as a relative URI reference. */
function uriOf(path: string): string {
  return path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
