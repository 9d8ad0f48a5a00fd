"""From the OpenAPI document to the package: projection, views, templates, proof."""
