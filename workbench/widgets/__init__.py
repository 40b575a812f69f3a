"""The two views of the review queue as anywidgets, and what they are given.

`segments` and `payload` are pure; `steps` asks the table of moves what a person may do, `sitting` takes their steps to
the store; `queue` and `article` own anywidget, `review` ipywidgets. Each widget is one ES
module and one stylesheet, put together in `assets` from the files beside them; nothing is fetched from elsewhere.
"""
