"""An alert in words: plain lines for people, templates that a user may change, and text that stays text."""
