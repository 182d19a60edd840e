import { applyEdits, createUnspinner, detect, InputError, revertEdits, unspin } from "unspin";
import { unifiedDiff } from "unspin/diff";
import exercise from "../exercise.cjs";

exercise({ applyEdits, createUnspinner, detect, InputError, revertEdits, unspin, unifiedDiff });
