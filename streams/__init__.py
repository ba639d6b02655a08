"""The two stream processors: tag (articles to findings) and decide (findings to records and alerts). Wiring only."""
