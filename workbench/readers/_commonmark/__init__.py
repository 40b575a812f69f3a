"""Markdown: blocks from the events of its parser."""
