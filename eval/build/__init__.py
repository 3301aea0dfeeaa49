"""Questions with known answers, built from the documents themselves: one file for each way of building.

cells      one value, a difference, the highest, a sum in a table with a plain header (grids, headers, columns,
           cubes, groups)
answered   documents that repeat questions and answer them
decisions  from a § of minutes to what was decided (sections)
errands    registry number, day and section of an errand
figures    sentences of a plain form with one figure (sentences, figure_forms)
absent     unanswerable twins: year, unit, § or committee swapped for one that no file holds

Every way leaves out what is in doubt rather than guess. It reads the original files anew (pages, grids, cubes), without
the product's readers; `everything` runs the ways, `case` gives the golden-set form.
"""
