"""How a list is read whole: ahead, in order, with proof that nothing was missed."""
