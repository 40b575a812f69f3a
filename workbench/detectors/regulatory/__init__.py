"""Approvals and other matters of law."""
