"""The small words around a date, and what they say about it."""

JOINS = frozenset("und and bis to oder or through until till - – — /".split())  # between the two ends of a range
FORWARD = frozenset("für for bis until till auf ab by".split())  # the date lies ahead
SINCE = frozenset("seit since seither".split())  # from then on
UNTIL = frozenset("before vor until bis till".split())  # what lies before it is told, not what lies on it
ARTICLES = frozenset("den dem der des the zum am on".split())
