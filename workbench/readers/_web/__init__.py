"""HTML, whole pages and pieces inside Markdown: tokens with their places, blocks, what a page says unseen."""
