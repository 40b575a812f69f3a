"""What stands between a text and its publication: what changed, what its own comments close, what was known before."""
