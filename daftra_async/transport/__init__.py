"""The engines under the pipeline: what carries one prepared request and tells how far it got."""
