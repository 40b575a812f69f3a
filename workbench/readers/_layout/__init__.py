"""Plain text: rows, and what each is by its looks and its neighbours."""
