# Accounts: what one administrator asks and another one confirms.

office-requests = En attente d’une deuxième personne
office-requests-hint = Certains rôles donnent le dernier mot, ou le pouvoir de l’attribuer. C’est pourquoi une deuxième personne qui gère les comptes confirme la demande. Assurez-vous d’abord, auprès de la personne concernée, que la demande est juste.
office-requests-nobody = Vous êtes la seule personne à gérer les comptes : personne ne peut confirmer vos demandes. L’équipe technique peut créer un deuxième compte avec la commande « safe staff add ».
office-roles-second = Ces rôles ne sont donnés qu’après confirmation par une deuxième personne qui gère les comptes : { $roles }.
office-requests-waiting =
    { $count ->
        [one] Une demande pour un compte attend votre confirmation.
       *[other] { $count } demandes pour des comptes attendent votre confirmation.
    }
office-request-new = Nouveau compte
office-request-roles = Changement de rôles
office-request-sign-in = Nouvelle connexion
office-request-roles-are = Rôles demandés : { $roles }
office-request-asked = Demande de { $who }, { $when }
office-request-mine = Une autre personne qui gère les comptes doit confirmer.
office-request-own = Cette demande concerne votre propre compte : une autre personne doit la confirmer.
office-request-confirm = Confirmer
office-request-refuse = Refuser
office-request-withdraw = Retirer la demande
office-account-asked = La demande est faite
office-account-asked-hint = Une autre personne qui gère les comptes doit la confirmer. C’est elle qui recevra le secret du deuxième facteur. Transmettez le mot de passe à la personne concernée, par un moyen sûr. Il ne sera plus affiché.
office-account-confirmed = La demande est confirmée
office-account-confirmed-hint = La personne se connecte avec le mot de passe que lui transmet l’auteur de la demande et avec ce nouveau deuxième facteur. Remettez-lui ce secret vous-même, par un moyen sûr. Il ne sera plus affiché.
office-sign-in-new = Donner une nouvelle connexion
office-sign-in-new-explains = Pour une personne qui a perdu son mot de passe ou son téléphone. Elle reçoit un nouveau mot de passe et un nouveau deuxième facteur. Ses connexions ouvertes, ses jetons et ses clés d’accès sont retirés.
office-sign-in-new-waits = Une autre personne qui gère les comptes doit d’abord confirmer. D’ici là, rien ne change pour la personne.
office-sign-in-made = La nouvelle connexion est prête
office-done-asked = La demande est faite. Une autre personne qui gère les comptes doit la confirmer.
office-done-confirmed = La demande est confirmée. Les rôles sont changés.
office-done-request-ended = La demande est close. Rien n’a changé.
rule-second-administrator = Cette demande vient de vous ou vous concerne. Une autre personne qui gère les comptes doit la confirmer.
rule-account-request-waits = Une demande attend déjà pour ce compte. Il faut d’abord la confirmer, la refuser ou la retirer.
rule-account-request-answered = Cette demande a déjà reçu une réponse. Rechargez la page.
rule-account-request-orphan = La personne qui a fait cette demande ne gère plus les comptes. Refusez la demande, puis faites-en une nouvelle.
rule-account-request-keys = Cette demande n’apporte pas de nouveau mot de passe. Refusez-la, puis faites-en une nouvelle.
rule-sign-in-fresh = Pour ajouter une clé d’accès, reconnectez-vous d’abord : c’est possible pendant les 15 minutes qui suivent une connexion.
rule-token-of-decider = Un des deux comptes, le vôtre ou celui-ci, a un rôle que deux personnes donnent ensemble : la personne doit créer elle-même un jeton à son nom.

audit-account-ask = Demande pour un compte
audit-account-confirm = Demande pour un compte confirmée
audit-account-refuse = Demande pour un compte refusée
audit-account-withdraw = Demande pour un compte retirée
audit-account-sign-in = Nouvelle connexion donnée
audit-detail-asked = demande
audit-detail-asked-by = demande de
audit-detail-before = avant
audit-detail-way = par
audit-value-machine = la ligne de commande du serveur
audit-value-new = nouveau compte
audit-value-roles = changement de rôles
audit-value-sign-in = nouvelle connexion
