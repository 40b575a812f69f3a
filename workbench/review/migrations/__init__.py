"""How the database came to its form: one migration a file, oldest first."""
