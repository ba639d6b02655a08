"""Step 5: who is named, and whom offices, peoples and pronouns mean."""

from tensionwire.analysis.entities.step import entities

__all__ = ["entities"]
