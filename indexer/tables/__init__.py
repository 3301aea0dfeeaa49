"""Tables of typed values: how they are found in files, kept in the library and looked up, each value with its address.

grid (the cells as read) -> Table with its data -> Parquet file and catalogue -> TableStore -> TableFigure
"""
