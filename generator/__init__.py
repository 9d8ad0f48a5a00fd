"""The maintainer's tool: from the documentation's pages to the SDK's generated package. Not part of the wheel."""
