import { loadUnspinner } from "unspin/browser";

const { unspin } = await loadUnspinner();
document.title = unspin(document.title).text;
