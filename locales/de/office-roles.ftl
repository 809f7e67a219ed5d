# Roles of the service, as the list of accounts and the audit trail show them.

role-alert-author = Warnungen verfassen
role-alert-approver = Warnungen genehmigen
role-communications = Kommunikation
role-weapons-clerk = Waffenakten bearbeiten
role-legal = Rechtliche Prüfung
role-high-official = Hoher Beamter
role-adviser = Stellungnahme der Polizei oder der Staatsanwaltschaft
role-help-editor = Hilfeverzeichnis pflegen
role-help-listener = Zuhören bei einem Hilfsdienst
role-administrator = Konten und Einstellungen
role-mandated = Von der Gesellschaft bevollmächtigte Person
