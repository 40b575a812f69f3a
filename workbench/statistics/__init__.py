"""Exact arithmetic of reported numbers: what can have been measured, and what follows from what is printed.

Nothing here reads text. Printed numbers come in as `Decimal`, with their trailing zeros, because the last printed digit
says how far a number was rounded. Everything is worked out in whole numbers and fractions, or in decimals of 24 digits
and more where a logarithm or a tail of a distribution is needed; there is no float anywhere. What comes out are small
frozen values: a verdict, and the numbers that show it.

- `shares`: percentages of a group; `means`: averages of whole numbers (GRIM);
- `deviations` (GRIMMER), `binary` (DEBIT) and `limits`: standard deviations, with `squares`;
- `tests`: p from t, F, chi-square, z and r, with `tails`; `reported`: the printed p beside it;
- `intervals` and `widths`: confidence intervals;
- `effects`: risks in two groups; `changes`: from one value to another; `growth`: yearly rates; `wholes`: parts of one.

Only `shares` is loaded here; the rest is imported by whom it concerns.
"""

from workbench.statistics.shares import bases, decimals, fits, neighbours, share, sizes, truncates

__all__ = ["bases", "decimals", "fits", "neighbours", "share", "sizes", "truncates"]
