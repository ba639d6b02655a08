"""What people and programs look at: live page, read API, feeds; and the way in over HTTP."""
