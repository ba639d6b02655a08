"""Tests of the page, the API, the feeds and the intake."""
