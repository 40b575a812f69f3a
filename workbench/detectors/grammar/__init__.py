"""What a proofreader found."""
