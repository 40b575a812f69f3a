// Rows as `queue_wire.py` packs them, made rows again.

/** Rows by column, or a plain list of rows. */
function unpackRows(packed) {
  if (Array.isArray(packed)) return packed.map((row) => ({ ...row }));
  const rows = Array.from({ length: packed?.n || 0 }, () => ({}));
  for (const [name, column] of Object.entries(packed?.columns || {})) {
    const at = columnOf(column);
    for (let row = 0; row < rows.length; row += 1) {
      const value = at(row);
      if (value !== null && name !== "__proto__") rows[row][name] = value;
    }
  }
  return rows;
}

/** From the number of a row to its value in this column. */
function columnOf(column) {
  if (Array.isArray(column)) return (row) => column[row];
  if ("same" in column) return () => column.same;
  if ("else" in column) return (row) => (Object.hasOwn(column.at, row) ? column.at[row] : column.else);
  if ("of" in column) return (row) => column.of[column.at[row]];
  const inside = Object.entries(column.keys).map(([key, one]) => [key, columnOf(one)]);
  return (row) => Object.fromEntries(inside.map(([key, at]) => [key, at(row)]));
}
