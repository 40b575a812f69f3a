"""Advice that can hurt, and the warnings and helplines that a page owes its reader."""
