"""Step 6: who is in contact with whom. Every pair of a sentence is a candidate; learned weights decide."""

from tensionwire.analysis.contacts.step import contacts

__all__ = ["contacts"]
