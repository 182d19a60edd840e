/**
 * A plugin for unified and retext: swapped words as messages.
 *
 * @module
 */

export type { Point } from "./integrations/message.js";
export {
  default,
  type MessageFile,
  type MessageOptions,
  type RetextUnspinOptions,
  type TextNode,
} from "./integrations/retext.js";
