"""Step 7: which flashpoint topics the article is about, and which countries."""

from tensionwire.analysis.flashpoints.step import flashpoints

__all__ = ["flashpoints"]
