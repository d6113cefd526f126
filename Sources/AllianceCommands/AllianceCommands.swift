// AllianceCommands
