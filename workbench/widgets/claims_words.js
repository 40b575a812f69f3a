// Words and columns of the claim grid.

const CLAIM_KEYS = [
  [["↑", "↓"], "next, previous claim (J and K too)"], [["←", "→"], "next, previous cell"], [["Enter"], "write in the cell, or show the claim"],
  [["Esc"], "leave the cell as it was"], [["Ctrl S"], "save"], [["U"], "undo the last change"], [["C"], "confirm the new wording of a changed claim"],
  [["W"], "to the claim in its context"], [["/"], "find"], [["F6"], "next part of the screen"], [["?"], "this list"],
];
const CLAIM_HINTS = [[["↑", "↓"], "claims"], [["Enter"], "write"], [["Ctrl S"], "save"], [["U"], "undo"], [["/"], "find"]];
const UNSUBSTANTIATED = "unsubstantiated"; // what an empty standing says

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const standingWord = (standing) => capital(standing || UNSUBSTANTIATED);

const CLAIM_COLUMNS = {
  number: { head: "#" }, wording: { head: "Claim" }, type: { head: "Kind" }, quantities: { head: "Numbers" }, citation: { head: "Citation" },
  standing: { head: "Standing", people: true }, evidence: { head: "Evidence", people: true }, note: { head: "Note", people: true }, reviewer: { head: "Reviewer" },
};
const CLAIM_LAYOUTS = {
  wide: Object.keys(CLAIM_COLUMNS),
  middle: ["number", "wording", "type", "standing", "evidence", "note", "reviewer"],
  narrow: ["number", "wording", "standing"],
  small: ["number", "wording", "standing"],
};
const claimLayout = (width) => (width > 1320 ? "wide" : width > 900 ? "middle" : width > 520 ? "narrow" : "small");

/** What stands beside a claim that is not as it was: a shape and a word, or nothing. */
function presenceMark(row, confirmed) {
  if (row.presence === "gone") return sev("held", "Left the article", "mark");
  if (row.presence === "changed" && !confirmed) return sev("warning", "Changed, confirm", "mark");
  return null;
}

/** Two wordings with what only one of them has marked: the words that went struck out, the new ones underlined. */
function wordChanges(was, now) {
  const before = was.split(/(\s+)/), after = now.split(/(\s+)/);
  if (before.length * after.length > 60000) return [say("p", "", was), say("p", "", now)];
  const longest = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) longest[i][j] = before[i] === after[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  }
  const old = make("p", { class: "iso was" }), fresh = make("p", { class: "iso now" });
  const put = (line, tag, word) => {
    const last = line.lastChild;
    if (last && last.nodeName.toLowerCase() === (tag || "#text")) last.textContent += word;
    else line.append(tag ? make(tag, {}, word) : word);
  };
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      put(old, "", before[i]);
      put(fresh, "", after[j]);
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && longest[i + 1][j] >= longest[i][j + 1])) put(old, "del", before[i++]);
    else put(fresh, "ins", after[j++]);
  }
  return [old, fresh];
}

/** The claims that fit what the person looks for, in the order they want; `value(row, column)` is what a cell says now. */
function chosenClaims(rows, choice, value) {
  const words = choice.find.trim().toLowerCase(), [by, up] = choice.sort, sign = up ? 1 : -1;
  const fits = (row) => {
    const state = ["changed", "gone"].includes(choice.standing) ? row.presence : value(row, "standing") || UNSUBSTANTIATED;
    const text = () => [row.wording, row.was, row.references, value(row, "evidence"), value(row, "note")].join(" ").toLowerCase();
    return (!choice.kind || row.type === choice.kind) && (!choice.standing || state === choice.standing) && (!words || text().includes(words));
  };
  const rank = (row) => {
    if (by === "number") return row.number;
    if (by === "reviewer") return `${row.reviewed_on} ${row.reviewer}`;
    return String(by === "standing" ? standingWord(value(row, by)) : value(row, by)).toLowerCase();
  };
  const ranked = rows.filter(fits).map((row) => [rank(row), row]);
  return ranked.sort(([a, one], [b, other]) => sign * (a < b ? -1 : a > b ? 1 : 0) || one.number - other.number).map(([, row]) => row);
}
