# Roles of the service, as the list of accounts and the audit trail show them.

role-alert-author = Writing alerts
role-alert-approver = Approving alerts
role-communications = Communications
role-weapons-clerk = Handling weapons files
role-legal = Legal review
role-high-official = High Official
role-adviser = Opinion of the police or the public prosecutor
role-help-editor = Keeping the help directory
role-help-listener = Listening at a help service
role-administrator = Accounts and settings
role-mandated = Somebody mandated by the company
