export { default, type RetextUnspinOptions } from "./integrations/retext.js";
