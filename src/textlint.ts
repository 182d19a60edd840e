export { default, type TextlintContext, type TextlintUnspinOptions } from "./integrations/textlint.js";
