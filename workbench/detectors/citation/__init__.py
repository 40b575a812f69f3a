"""Where claims come from: sources, marks, links, identifiers."""
