"""Doses."""
