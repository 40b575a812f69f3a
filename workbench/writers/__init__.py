"""Outputs: one module a format, with `render(results: Results, view: View) -> Iterator[str]`, named by its file.

A report comes in pieces, article by article, so that memory does not grow with the corpus; a writer that needs totals
first takes them from `tally.counted`, or reads the reports twice.
"""
