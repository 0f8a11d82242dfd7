"""YAML to model: files with places, schema, references, fields, the rules across files."""
