// Open findings over twelve weeks: lines with their words beside them, the day the checks changed, and the same as a table.

const TREND = [["notes", "note"], ["warnings", "warning"], ["errors", "error"]];
const TREND_LEAST = 3;

function trendPanel(choice) {
  const body = make("div", { class: "body" }), press = button("As a table", swap, { className: "link", "aria-pressed": "false" });
  const el = make("section", { class: "panel trend", "aria-label": "Open findings", tabindex: -1 },
    make("div", { class: "panel-h" }, make("h2", {}, "Open findings"), make("span", { class: "muted about clip" }, "all articles, 12 weeks"), make("span", { class: "grow" }), press), body);
  let given = {}, stop = () => {};

  function swap() {
    choice.asTable = !choice.asTable;
    paint();
  }

  function paint() {
    const runs = given.runs || [];
    stop();
    stop = () => {};
    press.hidden = runs.length < 1;
    press.setAttribute("aria-pressed", String(Boolean(choice.asTable)));
    press.firstChild.textContent = choice.asTable ? "As a chart" : "As a table";
    if (runs.length && choice.asTable) return body.replaceChildren(tableOf(runs));
    if (runs.length < TREND_LEAST) return body.replaceChildren(say("p", "empty", `Trends appear after three runs.${runs.length ? ` ${runs.length === 1 ? "One is" : "Two are"} there.` : ""}`));
    const box = make("div", { class: "chart-box" });
    body.replaceChildren(box);
    stop = lineChart(box, {
      days: runs.map((run) => run.on), label: told(runs), marks: runs.filter((run) => run.changed).map((run) => ({ day: run.on, words: "checks changed" })),
      lines: TREND.map(([name, severity]) => ({ severity, words: `${runs.at(-1)[name]} ${runs.at(-1)[name] === 1 ? severity : name}`, values: runs.map((run) => run[name]) })),
    });
    return undefined;
  }

  function told(runs) {
    const parts = [...TREND].reverse().map(([name]) => {
      const [from, to] = [runs[0][name], runs.at(-1)[name]];
      return from === to ? `${name} stayed at ${to}` : `${name} ${to < from ? "fell" : "rose"} from ${from} to ${to}`;
    });
    const changed = runs.filter((run) => run.changed).map((run) => shortDay(run.on));
    return `Open findings from ${day(runs[0].on)} to ${day(runs.at(-1).on)}: ${parts.join(", ")}.${changed.length ? ` The checks changed on ${changed.join(", ")}.` : ""}`;
  }

  const tableOf = (runs) => make("div", { class: "numbers", tabindex: 0, role: "region", "aria-label": "Open findings as a table" }, make("table", {},
    make("thead", {}, make("tr", {}, ["Day", "Errors", "Warnings", "Notes", "Articles", "Checks"].map((name, at) => make("th", { scope: "col", class: at && at < 5 ? "num" : "" }, name)))),
    make("tbody", {}, [...runs].reverse().map((run) => make("tr", {}, make("th", { scope: "row" }, shortDay(run.on)), ["errors", "warnings", "notes", "articles"].map((name) => make("td", { class: "num" }, String(run[name]))), make("td", {}, run.changed ? "changed" : ""))))));

  return { el, fail(node) { given = {}; paint(); body.replaceChildren(node); }, fill(next) { given = next; paint(); }, close() { stop(); } };
}
