# Roles of the service, as the list of accounts and the audit trail show them.

role-alert-author = Rédaction des alertes
role-alert-approver = Approbation des alertes
role-communications = Communication
role-weapons-clerk = Gestion des dossiers d’armes
role-legal = Contrôle juridique
role-high-official = Haut fonctionnaire
role-adviser = Avis de la police ou du parquet
role-help-editor = Tenue du répertoire d’aide
role-help-listener = Écoute dans un service d’aide
role-administrator = Comptes et réglages
role-mandated = Personne mandatée par la société
