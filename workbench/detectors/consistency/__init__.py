"""A page held against the library and against what the eye sees."""
