"""What a page has to say, and who stands behind it."""
