"""Feeds: Atom of alerts, iCalendar of contacts."""
