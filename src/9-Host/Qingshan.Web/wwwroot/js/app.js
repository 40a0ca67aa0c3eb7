// What every page has: menus, shortcuts, palette, forms, drafts, live parts. Islands are loaded where a page has one.
import { startDrafts } from "./drafts.js";
import { startForms } from "./forms.js";
import { startLive } from "./live.js";
import { startMenus } from "./menus.js";
import { startPalette } from "./palette.js";
import { startCharts } from "./charts.js";
import { startIslands } from "./islands.js";

startMenus();
startPalette();
startForms();
startDrafts();
startLive();
startCharts(document);
startIslands(document);

// A part that was fetched brings its own charts and islands.
document.addEventListener("htmx:after:swap", () => {
  startCharts(document);
  startIslands(document);
});
