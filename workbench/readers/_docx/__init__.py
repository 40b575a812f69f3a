"""Word files: the packed parts, the text as Word shows it with its runs, and comments written into a copy."""
