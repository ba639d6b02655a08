"""What words mean: files that an analyst edits, compiled into one automaton."""

from tensionwire.lexicon.compiled import Lexicon
from tensionwire.lexicon.files import LexiconError
from tensionwire.lexicon.load import load, names, stamp
from tensionwire.lexicon.model import Meaning, Person, Term

__all__ = ["Lexicon", "LexiconError", "Meaning", "Person", "Term", "load", "names", "stamp"]
