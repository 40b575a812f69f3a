"""What prose states about numbers: tests, intervals, means, groups, changes, risks, forecasts, parts.

Each module has one `read(article)` that returns frozen values (see `stated`) in reading order and gives no verdict; the
arithmetic is in `workbench.statistics`. Each looks for a cheap cue in the whole article first and reads only the
sentences that have it. An article is read once, however many checks ask.

- `tests`: t, F, chi-square, z and r with the p beside them; `pvalues`: every printed p
- `intervals`: confidence intervals with their estimate
- `means`: means with their spread, their group and their scale
- `groups`: sizes of groups, and people counted in them
- `changes`: from one value to another, and the change as it is told
- `compared`: two values told apart from each other, and the change told of them
- `risks`: risks in two arms, changes of a risk, and numbers needed to treat
- `growth`: yearly growth with the values and years it leads from and to; `forecasts`: what is foretold for a year
- `parts`: percentages listed beside each other
- `tallies`: counts told as the parts of a total
- `best`: figures told only by their largest value (“up to 89 %”)
"""
