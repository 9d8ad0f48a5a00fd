"""Records by what stands in their fields: found exactly, or created where there is none."""
