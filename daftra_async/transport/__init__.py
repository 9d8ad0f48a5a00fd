"""The engines under the session: what carries one prepared request and tells how far it got."""
