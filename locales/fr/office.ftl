# The back-office, as members of staff read it. Roles are in office-roles.ftl,
# scenarios in scenarios.ftl, values of CAP in vocabulary.ftl.

## Frame

office-name = safe.brussels · back-office
office-skip = Aller au contenu
office-demo = Démonstration
office-nav = Navigation
office-nav-alerts = Alertes
office-nav-compose = Nouvelle alerte
office-nav-import = Importer un fichier CAP
office-nav-rehearsal = Exercices
office-nav-accounts = Comptes
office-nav-audit = Journal
office-language = Langue
office-sign-out = Se déconnecter
office-back = Retour
office-pages = Pages
office-breadcrumbs = Vous êtes ici
office-optional = facultatif
office-never = jamais
office-wrong-title = Certaines informations sont à corriger

## Sign-in

office-sign-in-title = Connexion
office-sign-in-lede = Réservé au personnel autorisé. Chaque connexion est notée dans le journal.
office-email = Adresse e-mail
office-password = Mot de passe
office-sign-in-next = Continuer
office-sign-in-refused-title = La connexion n’a pas réussi
office-sign-in-refused = L’adresse ou le mot de passe n’est pas correct, ou il y a eu trop d’essais. Vérifiez les deux champs. Après plusieurs essais, attendez un peu : la pause augmente à chaque erreur.
office-code-title = Deuxième étape
office-code = Code à six chiffres
office-code-hint = Ouvrez votre application d’authentification et recopiez le code du moment. Chaque code sert une seule fois.
office-code-refused-title = Ce code n’est pas accepté
office-code-refused = Attendez le code suivant, puis recopiez-le. Après plusieurs essais, attendez un peu.
office-code-other = Changer de compte
office-demo-accounts = Ces comptes servent à essayer le système. Ils n’existent pas dans le service réel.
office-demo-password = Mot de passe de tous ces comptes :
office-demo-code = Code de ce compte d’essai en ce moment :
office-passkey-or = Avec une clé d’accès
office-passkey-or-hint = Votre téléphone, votre ordinateur ou votre clé de sécurité remplace le mot de passe et le code.
office-passkey-use = Utiliser une clé d’accès
office-passkey-failed = La clé d’accès n’a pas été acceptée. Réessayez, ou utilisez le mot de passe et le code.

## Own account

office-account = Mon compte
office-roles = Rôles
office-passkeys = Clés d’accès
office-passkeys-hint = Une clé d’accès est gardée par votre téléphone, votre ordinateur ou une clé de sécurité. Elle vous connecte en une fois. Ajoutez-en au moins deux, sur des appareils différents.
office-passkeys-none = Vous n’avez pas encore de clé d’accès.
office-passkey-label = Nom de la clé
office-passkey-label-hint = Pour la reconnaître, par exemple « Téléphone de service ».
office-passkey-add = Ajouter une clé d’accès
office-passkey-made = Ajoutée : { $when }
office-passkey-used = Dernière utilisation : { $when }
office-passkey-remove = Retirer
office-password-change = Changer le mot de passe
office-password-old = Mot de passe actuel
office-password-new = Nouveau mot de passe
office-password-hint = Au moins 12 caractères. Quelques mots sans lien entre eux conviennent bien. Vos autres connexions seront fermées.

## Dashboard

office-dashboard = Alertes
office-new-alert = Nouvelle alerte
office-waiting = À approuver
office-waiting-none = Aucune alerte n’attend votre approbation.
office-active = Alertes en cours
office-active-none = Aucune alerte en cours.
office-mine = Mes brouillons
office-mine-none = Vous n’avez pas de brouillon.
office-others = Brouillons de collègues et d’autres systèmes
office-ended = Terminées récemment
office-no-headline = Sans titre
office-delivery-short = { $accepted } sur { $subscribers } téléphones prévenus

## States

office-state-draft = Brouillon
office-state-submitted = À approuver
office-state-discarded = Abandonnée
office-state-published = En cours
office-state-superseded = Remplacée par une mise à jour
office-state-ended = Terminée
office-state-cancelled = Annulée
office-state-expired = Expirée

## Scenarios

office-scenarios-lede = Choisissez ce qui se passe. Les textes sont prêts dans toutes les langues : vous ne complétez que quelques champs.
office-group-planned = Événements prévus et exercices
office-group-own = Vos propres textes

## Form

office-update-alert = Mise à jour d’une alerte
office-exercise-label = Exercice ou test : le public ne reçoit rien
office-status = Type de message
office-status-actual = Une vraie alerte, pour tout le monde.
office-status-exercise = Seuls les téléphones inscrits aux exercices la reçoivent.
office-status-test = Un essai technique. Seuls les téléphones inscrits aux exercices le reçoivent.
office-what = Ce qui se passe
office-where = Où
office-where-hint = Choisissez des communes, des zones de police ou toute la Région. Sur la carte, vous pouvez cliquer sur une commune.
office-whole-zone = Toute la zone { $zone }
office-map-title = Carte de la Région
office-map-none = aucune commune choisie
office-draw = Dessiner un cercle ou un contour
office-draw-hint = Les communes touchées par le dessin sont ajoutées à votre choix.
office-circle = Cercle { $number }
office-circle-lat = Latitude
office-circle-lon = Longitude
office-circle-radius = Rayon en mètres
office-polygons = Contour
office-polygons-hint = Un coin par ligne : latitude, puis longitude, par exemple 50.8467, 4.3525. Le dernier coin rejoint le premier. Une ligne vide sépare deux contours.
office-when = Quand
office-onset = Début
office-onset-hint = Si l’événement commence plus tard.
office-expires = Fin de validité
office-expires-hint =
    { $count ->
        [one] Si vous laissez ce champ vide : { $count } heure après l’envoi.
       *[other] Si vous laissez ce champ vide : { $count } heures après l’envoi.
    }
office-next = Prochaine information
office-next-hint = Le moment où vous donnerez des nouvelles, même s’il n’y a rien de neuf.
office-texts-own = Textes propres
office-texts-own-hint = Ce que vous écrivez ici remplace le texte du scénario, dans cette langue seulement. Laissez vide pour garder le texte du scénario.
office-texts-free-hint = Le français et le néerlandais sont obligatoires : au moins un titre et une consigne. Les personnes d’une autre langue reçoivent l’anglais s’il est rempli, sinon le français.
office-text-event = Événement, en quelques mots
office-text-headline = Titre, une seule ligne
office-text-instruction = Que faire maintenant
office-text-instruction-hint = Une action par ligne. La plus urgente d’abord.
office-text-description = Ce qui se passe
office-details = Gravité et autorité
office-severity = Gravité
office-urgency = Urgence
office-certainty = Certitude
office-category = Catégories
office-level = Niveau de gestion de crise
office-as-scenario = Comme le scénario : { $value }
office-authority = Autorité qui émet l’alerte
office-authority-hint = L’autorité qui a décidé d’alerter la population.
office-authority-safe-brussels = safe.brussels
office-authority-high-official = Haut fonctionnaire
office-authority-minister-president = Ministre-Président
office-authority-mayor = Bourgmestre de la commune concernée
office-contact = Contact pour les personnes touchées
office-contact-hint = Le seul numéro ou lieu à annoncer, avec ses heures. Une mise à jour le remplace partout.
office-reference = Référence interne
office-reference-hint = Par exemple le numéro dans ICMS. Elle n’est jamais publiée.
office-note = Remarque
office-note-hint = Le nom de l’exercice, s’il s’agit d’un exercice. Cette remarque est publiée dans les données ouvertes.
office-save = Enregistrer le brouillon
office-save-submit = Enregistrer et demander l’approbation
office-preview-button = Aperçu
office-leave = Quitter sans enregistrer
office-preview = Aperçu
office-preview-live = Aperçu en direct
office-preview-missing = Complétez d’abord les champs obligatoires : l’aperçu des textes apparaîtra ensuite.
office-reach =
    { $count ->
        [one] Une commune : { $areas }. Téléphones prévenus, d’après les abonnements actuels : { $phones }.
       *[other] { $count } communes : { $areas }. Téléphones prévenus, d’après les abonnements actuels : { $phones }.
    }
office-reach-unknown =
    { $count ->
        [one] Une commune : { $areas }. Le nombre de téléphones n’est pas connu sur cette machine.
       *[other] { $count } communes : { $areas }. Le nombre de téléphones n’est pas connu sur cette machine.
    }
office-reach-none = Aucune commune n’est encore choisie.
office-update-note = Vous préparez une mise à jour. L’alerte actuelle reste visible jusqu’à ce qu’une autre personne approuve la mise à jour.
office-update-rewrite-note = Vous préparez la mise à jour d’une alerte qui vient d’un message CAP : elle est reprise avec vos textes ; les éléments qui n’ont pas de champ dans ce formulaire sont perdus. L’alerte actuelle reste visible jusqu’à ce qu’une autre personne approuve la mise à jour.
office-edit-submitted-note = Cette alerte attend une approbation. Si vous la modifiez, elle redevient un brouillon et le texte devient le vôtre.
office-rewrite-note = Ce brouillon vient d’un message CAP. Si vous l’enregistrez ici, il est repris avec vos textes ; les éléments qui n’ont pas de champ dans ce formulaire sont perdus.
office-kept-note = Le brouillon est enregistré. Il manque encore quelque chose avant de pouvoir demander l’approbation.

## Alert

office-alert = Alerte
office-texts = Textes envoyés
office-push = La notification sur un téléphone
office-push-hint = Voici le titre et le texte que le téléphone montre. Le texte complet voyage dans le message : aucune connexion n’est nécessaire pour le lire.
office-facts = Données
office-scenario = Scénario
office-author = Texte de
office-approver = Approuvée par
office-published = Publiée
office-ended-at = Terminée
office-also-names = Cite aussi, reste en cours
office-origin = Origine
office-source = Source
office-identifier = Identifiant CAP
office-chain = Autres messages de cette alerte
office-steps = Historique
office-nobody = Compte supprimé
office-public-page = Voir la page publique
office-own-approval = Vous avez écrit ce texte, ou donné sa connexion à la personne qui l’a écrit. Une autre personne doit l’approuver.
office-not-ready = Cette alerte n’est pas encore complète
office-approve = Lire et approuver
office-submit = Demander l’approbation
office-edit = Modifier
office-update = Mettre à jour
office-end = Fin d’alerte
office-cancel = Annuler l’alerte
office-return = Renvoyer pour correction
office-discard = Abandonner

## Steps, each with a page that asks first

office-ask-submit = Demander l’approbation ?
office-ask-submit-explains = Une autre personne lit le texte et décide. Rien n’est envoyé avant.
office-ask-approve = Approuver et publier ?
office-ask-approve-explains = Lisez les textes ci-dessous. Dès que vous approuvez, l’alerte est publiée et envoyée aux téléphones.
office-ask-return = Renvoyer pour correction ?
office-ask-return-explains = L’alerte redevient un brouillon. Expliquez de vive voix ce qui doit changer.
office-ask-discard = Abandonner ce texte ?
office-ask-discard-explains = Le texte disparaît des listes de travail. Il reste dans le journal.
office-ask-end = Annoncer la fin de l’alerte ?
office-ask-end-explains = Toutes les personnes prévenues reçoivent ce message. La fin d’alerte reste visible pendant un jour.
office-ask-cancel = Annuler cette alerte ?
office-ask-cancel-explains = À utiliser si l’alerte a été envoyée par erreur. Toutes les personnes prévenues reçoivent ce message. Ce qui n’est pas encore parti n’est plus envoyé.
office-have-read = J’ai lu le texte français et le texte néerlandais.
office-do-submit = Demander l’approbation
office-do-approve = Approuver et publier
office-do-return = Renvoyer pour correction
office-do-discard = Abandonner
office-do-end = Annoncer la fin de l’alerte
office-do-cancel = Annuler l’alerte
office-done-saved = Le brouillon est enregistré.
office-done-submitted = L’approbation est demandée. Prévenez la personne qui approuve.
office-done-submit = L’approbation est demandée. Prévenez la personne qui approuve.
office-done-approve = L’alerte est publiée. L’envoi aux téléphones a commencé.
office-done-return = L’alerte est de nouveau un brouillon.
office-done-discard = Le texte est abandonné.
office-done-end = La fin de l’alerte est publiée.
office-done-cancel = L’alerte est annulée.
office-done-password = Votre mot de passe est changé. Vos autres connexions sont fermées.
office-done-passkey-added = La clé d’accès est ajoutée.
office-done-passkey-removed = La clé d’accès est retirée.
office-done-roles = Les rôles sont changés.
office-done-closed = Le compte est fermé.
office-done-token-revoked = Le jeton est retiré.

## Delivery

office-delivery = Envoi aux téléphones
office-delivery-bar = Téléphones traités
office-delivery-nobody = Aucun téléphone n’est abonné pour cet endroit et cette gravité.
office-delivery-going = { $done } sur { $subscribers }, envoi en cours
office-delivery-finished = { $done } sur { $subscribers }, envoi terminé
office-delivery-subscribers = À prévenir
office-delivery-accepted = Prévenus
office-delivery-failed = Échecs
office-delivery-forgotten = Désabonnés
office-delivery-doubted = En vérification
office-delivery-pending = Restants
office-delivery-origins = Par service de notification
office-delivery-origin = Service
office-outlets = Par quels canaux l’alerte est partie
office-outlet-pages = Pages et données ouvertes
office-outlet-stream = Flux en direct
office-outlet-push = Notifications aux téléphones
office-outlet-not = Pas encore
office-outlet-shown = Visible ({ $at })
office-outlet-told = Prévenus : { $count } ({ $at })
office-delivery-more = Suivre l’envoi
office-to-alert = Retour à l’alerte
office-follow = Suivre en direct
office-follow-stop = Arrêter le suivi
office-follow-hint = Cette page se recharge toutes les deux secondes, jusqu’à la fin de l’envoi.

## Exercises

office-rehearsal = Exercices
office-rehearsal-lede = Un exercice ou un test n’atteint que les téléphones inscrits ici. Il n’apparaît ni sur le portail, ni dans les données ouvertes.
office-rehearsal-phone = Inscrire un téléphone
office-rehearsal-step-1 = Ouvrez la page « Recevoir les alertes » sur le téléphone.
office-rehearsal-page = Page « Recevoir les alertes »
office-rehearsal-step-2 = Donnez ce code d’exercice.
office-rehearsal-code-hint = Ne le donnez qu’aux personnes qui participent à l’exercice.
office-rehearsal-step-3 = Choisissez les communes et la langue.
office-rehearsal-step-3-hint = Le téléphone reçoit les exercices et les tests, mais pas les vraies alertes. Inscrivez-le à nouveau sans code pour les vraies alertes.
office-rehearsal-phones =
    { $count ->
        [0] Aucun téléphone n’est inscrit aux exercices.
        [one] { $count } téléphone est inscrit aux exercices.
       *[other] { $count } téléphones sont inscrits aux exercices.
    }
office-rehearsal-begin = Préparer un exercice
office-rehearsal-list = Exercices et tests
office-rehearsal-none = Aucun exercice pour le moment.

## Import

office-import = Importer un fichier CAP
office-import-lede = Un message CAP 1.2 ou 1.1 d’un autre système devient un brouillon. Rien n’est publié sans l’approbation d’une autre personne.
office-import-file = Fichier
office-import-file-hint = Un fichier XML d’au plus 10 Mo.
office-import-text = Ou collez le texte du message
office-import-lenient = Accepter les défauts connus
office-import-lenient-hint = Par exemple un mauvais ordre des éléments. Chaque correction est signalée.
office-import-button = Vérifier et importer
office-import-nothing = Choisissez un fichier ou collez un texte.
office-import-good = Le message est accepté
office-import-bad = Le message est refusé
office-import-known = Ce message est déjà ici : il n’y a pas de nouveau brouillon.
office-import-open = Ouvrir le brouillon
office-import-remarks = Remarques
office-import-kind = Type
office-import-line = Ligne
office-import-element = Élément
office-import-reason = Raison
office-import-error = Erreur
office-import-warning = À savoir
office-signature-none = Signature : aucune.
office-signature-valid = Signature : valable.
office-signature-invalid = Signature : le message a été modifié ou la signature est fausse.
office-signature-untrusted = Signature : faite avec un certificat qui n’est pas reconnu ici.

## Accounts

office-accounts-all = Toutes les personnes qui ont un compte
office-name-of = Nom
office-made = Créé
office-closed = Fermé : { $when }
office-account-add = Ajouter un compte
office-account-add-hint = Le premier mot de passe et le secret du deuxième facteur s’affichent une seule fois.
office-account-made = Le compte est créé
office-account-made-hint = Transmettez ces données à la personne, par un moyen sûr. Elles ne seront plus affichées.
office-secret = Secret du deuxième facteur
office-secret-address = Adresse pour l’application d’authentification
office-roles-hint = Personne n’approuve son propre texte, quels que soient ses rôles.
office-roles-save = Enregistrer les rôles
office-account-is-closed = Ce compte est fermé.
office-account-close = Fermer le compte
office-account-close-explains = La personne ne peut plus se connecter. Ses connexions, ses jetons et ses clés d’accès sont retirés tout de suite. Son nom reste dans le journal.
office-tokens = Jetons pour d’autres systèmes
office-tokens-hint = Un jeton permet à un autre système d’agir au nom de ce compte, avec les mêmes règles.
office-token-label = Nom du système
office-token-label-hint = Par exemple « Outil du centre de situation ».
office-token-make = Créer un jeton
office-token-made = Jeton créé
office-token-once = Copiez-le maintenant : il ne sera plus affiché.
office-token-revoke = Retirer
role-alert-author-hint = Écrit des alertes et les propose.
role-alert-approver-hint = Lit et publie les alertes des autres.
role-communications-hint = Campagnes, actualités et contenu du portail.
role-weapons-clerk-hint = Traite les demandes, sans décider.
role-legal-hint = Vérifie les décisions en droit.
role-high-official-hint = Décide.
role-adviser-hint = Ne voit que ce qui lui est demandé.
role-help-editor-hint = Tient à jour les services d’aide.
role-help-listener-hint = Répond dans un service d’aide.
role-administrator-hint = Gère les comptes et lit le journal.

## Audit

office-audit-lede = Les actions des dernières 24 heures. Chaque ligne est liée à la précédente : une ligne changée ou effacée se voit.
office-audit-csv = Exporter en CSV
office-audit-verify = Vérifier tout le journal
office-audit-whole =
    { $count ->
        [one] Le journal est intact : { $count } ligne vérifiée.
       *[other] Le journal est intact : { $count } lignes vérifiées.
    }
office-audit-broken = Le journal a été modifié : la ligne { $seq } ne correspond pas. Prévenez tout de suite la personne responsable de la sécurité.
office-audit-count =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
office-audit-seq = Numéro
office-audit-when = Quand
office-audit-who = Qui
office-audit-what = Action
office-audit-on = Sur
office-audit-more = Détails
audit-alert-draft = Brouillon créé
audit-alert-revise = Texte modifié
audit-alert-submit = Approbation demandée
audit-alert-approve = Approuvée et publiée
audit-alert-return = Renvoyée pour correction
audit-alert-discard = Abandonnée
audit-alert-end = Fin d’alerte
audit-alert-cancel = Annulée
audit-alert-expire = Expirée
audit-session-begin = Connexion
audit-session-end = Déconnexion
audit-session-refused = Essai de connexion refusé
audit-account-add = Compte créé
audit-account-roles = Rôles changés
audit-account-close = Compte fermé
audit-account-password = Mot de passe changé
audit-passkey-add = Clé d’accès ajoutée
audit-passkey-remove = Clé d’accès retirée
audit-token-make = Jeton créé
audit-token-revoke = Jeton retiré
audit-audit-export = Journal exporté

## Rules and faults of these pages

rule-too-many-passkeys = Vous avez déjà dix clés d’accès. Retirez-en une avant d’en ajouter une autre.
rule-own-account = Vous ne pouvez pas fermer votre propre compte. Demandez-le à une autre personne qui gère les comptes.
fault-passkey = La clé d’accès n’a pas été acceptée. Réessayez, ou utilisez le mot de passe et le code.
fault-number = Écrivez un nombre, par exemple 50.8467.
fault-circle-incomplete = Un cercle a besoin d’une latitude, d’une longitude et d’un rayon. Complétez les trois champs ou videz-les.
fault-polygon-line = La ligne { $line } n’est pas un coin lisible. Écrivez la latitude, puis la longitude, par exemple 50.8467, 4.3525.
fault-drill-actual = Ce scénario est réservé aux exercices. Choisissez « { status-exercise } » ou « { status-test } ».
fault-not-read = Lisez les deux textes, puis cochez la case.
fault-password-wrong = Ce n’est pas votre mot de passe actuel. Réessayez.
fault-password-weak = Choisissez un nouveau mot de passe d’au moins { $fewest } caractères, différent de l’ancien.
fault-address = Écrivez une adresse e-mail complète, par exemple prenom.nom@safe.brussels.
fault-address-taken = Un compte avec cette adresse existe déjà.
fault-role-missing = Choisissez au moins un rôle.
fault-role-own = Vous ne pouvez pas vous retirer le rôle « { role-administrator } ». Demandez-le à une autre personne qui gère les comptes.
rule-other-territory = Cette alerte concerne aussi un endroit pour lequel vous n’êtes pas compétent. Le service régional peut s’en charger.
fault-other-territory = Cette alerte concerne aussi un endroit pour lequel vous n’êtes pas compétent. Le service régional peut s’en charger.
