## Accueil du back-office, et mots du journal

office-start = Accueil
office-start-lede = Votre travail sur le portail.
office-start-account = Mot de passe, clés d’accès et langue.
office-start-accounts = Les personnes qui travaillent ici et leurs rôles.

actor-applicant = la personne qui demande
actor-cohabitant = une personne de la même adresse
actor-system = le portail

office-permit-document-notice-answer = Réponse de la personne

audit-pair = { $name } : { $value }
audit-detail-with = connexion par
audit-detail-purpose = but
audit-detail-role = rôle
audit-detail-roles = rôles
audit-detail-decision = décision
audit-detail-sha256 = empreinte du fichier
audit-detail-hash = empreinte des textes
audit-detail-kind = sorte
audit-detail-admissible = recevable
audit-detail-result = résultat
audit-detail-state = état
audit-detail-version = version
audit-detail-reference = référence
audit-detail-label = nom
audit-detail-field = champ
audit-detail-channel = voie
audit-detail-until = jusqu’au
audit-detail-notice = courrier
audit-detail-task = tâche
audit-detail-advice = avis demandé
audit-detail-document = document
audit-detail-matched = attribués
audit-detail-unmatched = sans dossier
audit-detail-known = déjà connus
audit-detail-notification = communication
audit-detail-origin = origine
audit-detail-delivery = envoi
audit-detail-appeal = recours
audit-detail-attempts = essais
audit-value-yes = oui
audit-value-no = non
audit-value-password = mot de passe
audit-value-code = mot de passe et code
audit-value-passkey = clé d’accès
audit-value-examination = examen du dossier
audit-value-consent = accord d’une personne de la même adresse
actor-mandated = une personne avec un mandat de la société
audit-detail-verdict = résultat du contrôle
audit-detail-areas = lieux
audit-detail-permit = autorisation
audit-detail-extension = prolongation
audit-detail-consent = accord
audit-detail-documents = documents
