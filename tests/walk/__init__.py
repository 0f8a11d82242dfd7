"""The maintainer's walk: after an edit of the specs, what the project promises still holds."""
