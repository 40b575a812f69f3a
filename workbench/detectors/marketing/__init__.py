"""Promises and hype."""
