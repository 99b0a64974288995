/* Behaviour of every page; what belongs to one page stands in a file of its own. */
