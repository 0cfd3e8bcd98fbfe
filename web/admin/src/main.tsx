import { render } from "preact";
import { App } from "./App.tsx";
import "./style.css";

render(<App />, document.getElementById("app")!);

// A file that is dropped beside its place would take the place of the page, with all that was typed.
for (const act of ["dragover", "drop"]) addEventListener(act, (event) => event.preventDefault());
