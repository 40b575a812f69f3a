"""The back catalogue: pages that were live before us, and the waves in which they come into review.

Imported pages are *inherited*: never green, and outside “Needs me”. They come in by four waves: harm now; risk × page
views; a random sample of each section, with its bound; the rest on its next edit or by date. Whatever a wave brings in
is printed before it moves, and moves only by the code of exactly that list.
"""
