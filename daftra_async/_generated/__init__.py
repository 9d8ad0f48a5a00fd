"""Generated from specs/openapi.yaml by ``python -m generator generate``: change a rule, the overlay or a template."""
