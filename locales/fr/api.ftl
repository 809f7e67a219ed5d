# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = Il n’y a rien à cette adresse
error-not-found-detail = Vérifiez l’adresse, ou repartez de la page d’accueil.
error-method-not-allowed = Cette action n’est pas possible à cette adresse
error-method-not-allowed-detail = Revenez à la page précédente et utilisez ses boutons ou ses liens.
error-unsupported-media-type = Ce format n’est pas lu ici
error-unsupported-media-type-detail = Envoyez le contenu dans un des formats de la description de l’API et nommez-le dans « Content-Type ».
error-invalid = Certaines informations sont à corriger
error-invalid-detail = Corrigez ce qui est indiqué, puis envoyez à nouveau.
error-too-large = Votre envoi est trop volumineux
error-too-large-detail = Envoyez un fichier plus petit ou un texte plus court.
error-unauthorised = Vous devez vous connecter
error-unauthorised-detail = Connectez-vous, puis recommencez. Un programme doit envoyer un jeton valable.
error-forbidden = Vous n’avez pas accès à cette action
error-forbidden-detail = Demandez l’accès à la personne qui gère les comptes.
error-conflict = Cette action n’est plus possible
error-conflict-detail = La situation a changé. Rechargez la page, puis vérifiez avant de recommencer.
error-too-many = Trop de demandes en peu de temps
error-too-many-detail = Attendez un peu, puis réessayez.
error-unavailable = Le service ne répond pas pour le moment
error-unavailable-detail = Réessayez dans quelques instants. En danger ? Appelez le 112 ou le 101.
error-internal = Une erreur s’est produite chez nous
error-internal-detail = Réessayez dans quelques instants. Si cela continue, donnez-nous le code de l’erreur. En danger ? Appelez le 112 ou le 101.
error-request = Code de l’erreur
demonstration = Démonstration : alertes et dossiers inventés

## Rules behind a refusal

rule-four-eyes = Vous avez écrit ou modifié ce texte, ou donné sa connexion à la personne qui l’a écrit. Une autre personne doit l’approuver.
rule-token-of-approver = Cette personne peut approuver des alertes : elle seule peut créer un jeton à son nom.
rule-role = Votre compte n’a pas le rôle nécessaire. Demandez-le à la personne qui gère les comptes.
rule-form-expired = Ce formulaire n’est plus valable. Rechargez la page, puis envoyez-le à nouveau.
rule-other-site = Cette demande vient d’un autre site et n’a pas été exécutée. Recommencez depuis nos pages.
rule-alert-not-active = Cette alerte n’est pas en cours. Rechargez la page pour voir où elle en est.
rule-alert-not-draft = Cette alerte n’est plus un brouillon. Rechargez la page pour voir où elle en est.
rule-alert-not-open = Cette alerte ne peut plus être modifiée. Si elle est en cours, préparez une mise à jour.
rule-alert-not-submitted = Cette alerte n’attend pas d’approbation. Rechargez la page pour voir où elle en est.
rule-changed-meanwhile = Une autre personne a modifié cette alerte entre-temps. Rechargez la page, puis vérifiez avant de recommencer.
rule-text-changed = Le texte a changé depuis que vous l’avez lu. Relisez-le avant de l’approuver.
rule-cap-taken = Un message avec cet identifiant, cet expéditeur et cette heure d’envoi est déjà ici, avec un autre contenu. Donnez un nouvel identifiant au message modifié, puis envoyez-le.
rule-too-many-origins = Nous ne pouvons pas ajouter ce service de notification pour le moment. Essayez avec un autre navigateur, ou réessayez plus tard.
rule-update-other-status = Une mise à jour reste du même type que l’alerte de départ : vraie alerte, ou exercice et test. Pour un autre type, créez une nouvelle alerte.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = Ce champ est obligatoire. Remplissez-le.
fault-too-long = Ce texte est trop long : { $length } caractères. Gardez-en { $most } au maximum.
fault-text-control = Ce texte contient un retour à la ligne ou un caractère invisible qui n’est pas permis ici. Effacez-le.
fault-choice-missing = Vous n’avez rien choisi. Choisissez une réponse.
fault-value-unknown = Cette valeur n’existe pas. Choisissez une valeur de la liste.
fault-language-unknown = Cette langue n’est pas disponible ici. Choisissez une langue du portail.
fault-language-missing =
    { $lang ->
        [fr] Le texte français manque. Écrivez-le ou complétez le scénario.
        [nl] Le texte néerlandais manque. Écrivez-le ou complétez le scénario.
       *[other] Le texte manque dans cette langue : { $lang }. Écrivez-le ou complétez le scénario.
    }
fault-scenario-unknown = Le scénario « { $value } » n’existe pas. Choisissez un scénario de la liste.
fault-param-unknown = Ce scénario n’a pas ce champ. Retirez-le.
fault-metres = Écrivez une distance en mètres : un nombre entier de 1 à 100 000.
fault-whole-number = Écrivez un nombre entier de 0 à 10 000 000.
fault-time = Indiquez un jour et une heure valables, par exemple 2026-11-21T14:30.
fault-time-past = Ce moment est déjà passé. Choisissez un moment à venir.
fault-time-far = La fin est trop éloignée. Choisissez-la dans les 31 jours.
fault-time-order = Le début doit venir avant la fin. Changez l’un des deux.
fault-status-not-issued = Un message avec ce statut ne peut pas être publié. Choisissez « { status-actual } », « { status-exercise } » ou « { status-test } ».
fault-area-unknown = Ce code ne désigne aucun endroit de la Région. Utilisez un code NIS, un code postal ou le code d’une zone de police.
fault-area-missing = Aucun endroit n’est indiqué. Choisissez au moins une commune ou dessinez une zone.
fault-too-many-areas = Il y a trop d’endroits. Gardez-en moins, ou choisissez toute la Région.
fault-shape-too-few = Il manque des points. Dessinez au moins trois coins, puis revenez au premier.
fault-shape-too-many = Ce contour a trop de points. Simplifiez-le : 5 000 points au maximum.
fault-shape-open = Ce contour n’est pas fermé. Terminez-le par son premier point.
fault-shape-crossed = Ce contour se croise, se touche ou n’a pas de surface. Redessinez-le.
fault-shape-swapped = Les coordonnées sont inversées. Donnez d’abord la latitude (environ 50,8), puis la longitude (environ 4,4).
fault-shape-outside = Cet endroit n’est pas en Belgique. Vérifiez les coordonnées.
fault-shape-radius = Ce rayon n’est pas possible. Choisissez plus de 0 et au maximum 50 kilomètres.
fault-shape-not-in-region = Cette zone ne touche aucune commune de la Région. Déplacez-la ou agrandissez-la.
fault-point-needs-both = Il manque la latitude ou la longitude. Donnez les deux, ou aucune.
fault-degrees = Écrivez un nombre décimal de degrés, avec un point : par exemple 50.8466.
fault-endpoint = L’adresse de notification de votre navigateur n’est pas valable. Rechargez la page et réessayez.
fault-endpoint-private = Nous ne pouvons pas joindre cette adresse de notification sur l’internet public. Essayez avec un autre navigateur.
fault-endpoint-other = Cette adresse de notification n’est pas celle de cet abonnement. Abonnez-la par un nouvel abonnement.
fault-key = Une clé de votre navigateur n’est pas valable. Rechargez la page et réessayez.
fault-receipt = Ce reçu d’essai n’est pas valable ou date de plus de dix minutes. Refaites l’essai.
fault-rehearsal-code = Ce code d’exercice n’est pas correct. Demandez-le à la personne qui organise l’exercice, ou laissez le champ vide pour les vraies alertes.
fault-json = Cet envoi n’est pas du JSON lisible. Vérifiez sa forme et son type de contenu.
fault-json-shape = Ce JSON n’a pas la forme attendue : { $reason }. Comparez-le à la documentation de l’interface.
fault-query = Un paramètre de l’adresse n’est pas valable : { $reason }. Corrigez-le.
fault-page = Indiquez un numéro de page : un nombre entier à partir de 1.
fault-per-page = Demandez de 1 à 100 éléments par page.
fault-form = Le formulaire n’a pas pu être lu. Rechargez la page, puis envoyez-le à nouveau.

## Page and list of alerts

alerts-more =
    { $count ->
        [one] Voir { $count } autre alerte
       *[other] Voir { $count } autres alertes
    }
alerts-as-of = Situation à
alert-do-now = Que faire maintenant
alert-what = Ce qui se passe
alert-where = Où
alert-sent = Message envoyé
alert-onset = Début
alert-ended = Terminée
alert-expires = Fin de validité
alert-next = Prochaine information
alert-who = Émise par
alert-level = Niveau de gestion de crise
alert-contact = Votre contact
alert-aftercare = Soutien et aide après une urgence
alert-guide = Lire la fiche complète
alert-receive = Recevoir les alertes
alert-other-languages = Autres langues et données
alert-not-in-language = Cette alerte n’existe pas encore en français. Vous pouvez la lire en :
page-home = Aller à la page d’accueil
office-home = Retour au back-office
office-sign-in = Se connecter

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = Région de Bruxelles-Capitale
list-comma = ,_
list-and = { $head } et { $last }
distance-m = { $value } m
distance-km = { $value } km
clock-time = { $hour } h { $minute }
clock-date-time = { $day } { $month } { $year } à { $hour } h { $minute }
clock-brief = { $day }/{ $number } à { $hour } h { $minute }
