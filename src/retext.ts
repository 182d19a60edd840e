/**
 * A plugin for unified and retext: swapped words as messages.
 *
 * @module
 */

export type { Place, Point } from "./integrations/message.js";
export {
  default,
  type MessageFile,
  type MessageOptions,
  type Offset,
  type RetextUnspinOptions,
  type TextNode,
} from "./integrations/retext.js";
