"""What an article says. Pure: text, lexicon and time of arrival in, a TaggedArticle out."""

from tensionwire.analysis.identity import article_id
from tensionwire.analysis.pipeline import STEPS, analyse

__all__ = ["STEPS", "analyse", "article_id"]
