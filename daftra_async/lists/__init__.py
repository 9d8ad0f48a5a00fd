"""How a list is read whole: orders, reading ahead, boundaries between pages, and the proof that nothing was missed."""
