"""Articles pushed over HTTP: POST /v1/articles."""
