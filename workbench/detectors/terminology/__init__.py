"""Words: wrong, confused, hurtful or unexplained ones."""
