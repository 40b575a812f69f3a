"""Numbers recomputed from prose."""
