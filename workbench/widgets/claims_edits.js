// Cells that a person changed and that are not in the file yet. They outlive a redrawn view and a lost kernel.

/** `held` is kept by the module; `rows()` answers the table's rows by id, `changed(ids)` is told what to draw anew. */
function claimEdits(held, rows, changed) {
  held.cells ||= new Map(); // "id column" → { id, column, before, value }
  held.steps ||= []; // for undo, oldest first
  const name = (id, column) => `${id} ${column}`;

  const put = (id, column, value) => {
    const row = rows().get(id);
    if (!row) return;
    if (value === row[column]) held.cells.delete(name(id, column));
    else held.cells.set(name(id, column), { id, column, before: held.cells.get(name(id, column))?.before ?? row[column], value });
    changed([id]);
  };

  return {
    get size() { return held.cells.size; },
    list: () => [...held.cells.values()],
    has: (id, column) => held.cells.has(name(id, column)),
    any: (id) => [...Object.keys(CLAIM_COLUMNS), "was"].some((column) => held.cells.has(name(id, column))),
    value: (row, column) => held.cells.get(name(row.id, column))?.value ?? row[column],
    set(row, column, value) {
      const before = this.value(row, column);
      if (value === before) return false;
      held.steps.push({ id: row.id, column, value: before });
      put(row.id, column, value);
      return true;
    },
    /** Takes the last change back; answers the claim's id, or null where there is nothing to take back. */
    undo() {
      const step = held.steps.pop();
      if (!step) return null;
      put(step.id, step.column, step.value);
      return step.id;
    },
    /** These cells are in the file now; what was written in them since is still to be saved. */
    saved(cells) {
      for (const cell of cells) {
        const mine = held.cells.get(name(cell.id, cell.column));
        if (!mine) continue;
        if (mine.value === cell.value) held.cells.delete(name(cell.id, cell.column));
        else mine.before = cell.value;
      }
    },
    /** A person chose between two values of a cell: theirs, or mine over theirs (of the claim as it is called now). */
    settled({ id, now, column, theirs, mine }, keepMine) {
      held.cells.delete(name(id, column));
      if (keepMine) held.cells.set(name(now, column), { id: now, column, before: theirs, value: mine });
      held.steps = held.steps.filter((step) => step.id !== id || step.column !== column);
    },
    clear() {
      held.cells.clear();
      held.steps = [];
    },
  };
}

/** Ctrl S and F6, which hold while a person writes in a field, too; answers with a function that ends them. */
function savingKeys(root, regions, save) {
  const press = (event) => {
    if (event.key === "F6" && event.target.matches?.(TYPING) && !root.querySelector("dialog[open]")) {
      event.preventDefault();
      cycle(root, regions)(event);
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    event.stopPropagation();
    if (!root.querySelector("dialog[open]")) save();
  };
  root.addEventListener("keydown", press, true);
  return () => root.removeEventListener("keydown", press, true);
}
