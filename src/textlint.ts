/**
 * A rule for textlint: swapped words as errors with a fix.
 *
 * @module
 */

export { default, type Handlers, type TextlintContext, type TextlintUnspinOptions } from "./integrations/textlint.js";
