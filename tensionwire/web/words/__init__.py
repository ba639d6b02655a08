"""The words of the pages, German and English."""

from tensionwire.web.words.speech import LANGUAGES, Speech, speeches

__all__ = ["LANGUAGES", "Speech", "speeches"]
