"""Looking after checks: their examples, their cost, what a change does to the articles, how often they are right."""
