"""The read API, /v1: what the page shows, for programs."""
