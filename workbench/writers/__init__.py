"""Outputs: one module a format, with `render(results: Results, view: View) -> str`; its file name is its name."""
