"""Learning: passages of practice and their answers, marks and how they compare, agreement, figures of the lessons."""
