"""Changes between two trees of specs: of their models, and of the public surface of the client."""
