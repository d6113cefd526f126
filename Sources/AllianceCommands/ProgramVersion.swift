/// The version of the program: changes of what it reads out of the same article count as much as those of its commands.
public let programVersion = "0.2.0"
