"""Documents: read into facts, held against specs, drafted into specs."""
