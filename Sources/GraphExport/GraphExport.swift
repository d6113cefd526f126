// GraphExport
