"""From kept pages to one OpenAPI document: quirk rules, names, records, the overlay."""
