"""How a list is read whole: orders, reading ahead, borders between pages, and the proof that nothing was missed."""
