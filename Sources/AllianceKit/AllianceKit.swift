// AllianceKit
