# Roles of the service, as the list of accounts and the audit trail show them.

role-alert-author = Waarschuwingen opstellen
role-alert-approver = Waarschuwingen goedkeuren
role-communications = Communicatie
role-weapons-clerk = Wapendossiers behandelen
role-legal = Juridische controle
role-high-official = Hoge ambtenaar
role-adviser = Advies van politie of parket
role-help-editor = Hulpgids bijhouden
role-help-listener = Luisteren bij een hulpdienst
role-administrator = Accounts en instellingen
role-mandated = Iemand met een mandaat van de vennootschap
