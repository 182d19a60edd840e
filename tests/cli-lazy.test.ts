import { describe, expect, it, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { runCommand } from "./cli-harness.js";

vi.mock("../src/unspin.js", () => {
  throw new Error("the library was loaded");
});

describe("without the library", () => {
  it("--version prints the version", async () => {
    expect(await runCommand(["--version"])).toEqual({ status: 0, stdout: `unspin ${manifest.version}\n`, stderr: "" });
  });

  it("--help prints the manual", async () => {
    const { status, stdout } = await runCommand(["--help"]);
    expect(status).toBe(0);
    for (const section of ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES"]) {
      expect(stdout).toMatch(new RegExp(`^${section}$`, "m"));
    }
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("--help names every option", async () => {
    const { stdout } = await runCommand(["--help"]);
    const { OPTIONS } = await import("../src/cli/options.js");
    for (const option of Object.keys(OPTIONS)) expect(stdout).toMatch(new RegExp(`^    .*--${option}\\b`, "m"));
  });

  it("wrong usage is told", async () => {
    expect(await runCommand(["--diff=x"])).toMatchObject({ status: 2 });
  });

  it("nothing is restored, and the exit status says so", async () => {
    const { status, stderr } = await runCommand([], { stdin: "text" });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^unspin: /);
  });
});
