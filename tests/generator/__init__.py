"""Tests of the generator: from what a spec may say wrong to what the generated code does."""
