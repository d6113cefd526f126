// AllianceGraphs
