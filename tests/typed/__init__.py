"""What type checkers, editors and tools that read annotations see of the package."""
