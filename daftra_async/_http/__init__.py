"""The one place that touches the network: a session, and what decides how each request is sent."""
