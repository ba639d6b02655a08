"""When things lie: German and English dates in a text, resolved against the day of publication."""

from tensionwire.analysis.dates.find import Found, ahead_of, find, resolve
from tensionwire.analysis.dates.windows import Frame

__all__ = ["Found", "Frame", "ahead_of", "find", "resolve"]
