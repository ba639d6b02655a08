"""Flashpoints: episodes of a topic between countries, and surges within them."""
