import { render } from "preact";
import "virtual:tokens.css";
import "./style/base.css";
import "./style/layout.css";
import "./style/verdict.css";
import "./style/text.css";
import "./style/card.css";
import { App } from "./app.jsx";

const root = document.getElementById("app");
if (root) render(<App />, root);
