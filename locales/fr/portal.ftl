# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

brand = safe.brussels
language-name = Français
entrance-text = Alertes, conseils et aide en Région de Bruxelles-Capitale

## Frame of every page

skip-to-content = Aller au contenu
strip-label = Numéros d’urgence
strip-112 = ambulance, pompiers
strip-101 = police
strip-without-voice = Sourd ou malentendant ?
search-label = Rechercher sur le portail
search-button = Rechercher
menu = Menu
nav-label = Navigation principale
nav-alerts = Alertes
nav-guides = Que faire ?
nav-advice = Prévention
nav-help = Trouver de l’aide
nav-permits = Armes et permis
nav-observatory = Observatoire
nav-plans = Plans
language-label = Langue
language-label-footer = Ce portail dans une autre langue
breadcrumbs-label = Vous êtes ici
home = Accueil
footer-emergency = En cas d’urgence
footer-emergency-text = Ce portail ne remplace pas les numéros d’urgence. En danger ? Appelez directement.
footer-be-alert = S’inscrire à BE-Alert
footer-portal = Sur ce portail
footer-about = À propos
footer-publisher = safe.brussels, Région de Bruxelles-Capitale
link-campaigns = Campagnes
link-dossiers = Dossiers de crise
link-datasets = Chiffres et données
link-projects = Projets subventionnés
link-calls = Appels à projets
link-agenda = Agenda
link-news = Actualités
link-areas = Communes et zones de police
link-glossary = Glossaire
link-sitemap = Plan du site
link-about = L’organisme
link-observatory = L’Observatoire
link-training = Formations et métiers
link-legal = Informations légales
link-legal-accessibility = Accessibilité
link-legal-privacy = Vie privée
link-about-contact = Contact

## Front page

home-title = Alertes, prévention et aide à Bruxelles
home-heading = Savoir quoi faire, au bon moment
home-lede = Les alertes en cours, les bons réflexes et les services qui aident, dans les dix-neuf communes de la Région de Bruxelles-Capitale.
home-receive = Recevoir les alertes
home-help = Trouver de l’aide
home-tasks = Que cherchez-vous ?
home-task-guides = Que faire en cas de danger ?
home-task-guides-text = Des fiches courtes : avant, pendant et après.
home-task-advice = Me protéger
home-task-advice-text = Des conseils contre le vol, la fraude, le harcèlement et d’autres risques.
home-task-help = Trouver de l’aide
home-task-help-text = Pour une victime, un témoin, un enfant, ou pour changer son comportement.
home-task-permits = Arme ou permis
home-task-permits-text = Quelle démarche, quels documents, quel délai.
home-task-observatory = Comprendre les chiffres
home-task-observatory-text = Études, enquêtes et données de l’Observatoire.
home-task-plans = Suivre les plans
home-task-plans-text = Les mesures du plan global de sécurité et de prévention.
home-guides = Les bons réflexes
home-news = À la une
home-publications = Dernières publications
see-all-of = Tout voir : { $title }

## Alerts

alerts-title = Alertes
alerts-lede = Les alertes en cours dans la Région et celles qui viennent de se terminer.
alerts-now = En ce moment
alerts-empty = Les alertes en cours s’affichent ici. Quand il n’y en a pas, cette page reste vide.
alerts-all = Toutes les alertes
alerts-complement = Ce portail complète BE-Alert, le 112 et le 101. Il ne les remplace pas.
alerts-data = Pour d’autres systèmes
alerts-data-text = Les mêmes alertes, en données ouvertes :
alerts-guides = Que faire pendant une alerte ?
copy-note = Vous êtes hors ligne. Copie de

receive-title = Recevoir les alertes
push-lede = Une notification sur votre téléphone ou votre ordinateur quand une alerte concerne vos communes. Le message dit tout de suite quoi faire.
push-privacy = Sans compte, sans adresse, sans position : nous ne gardons que vos choix et l’adresse technique fournie par votre navigateur. Vous pouvez tout arrêter ici, à tout moment.
push-no-script-title = JavaScript est nécessaire pour cette page
push-no-script = Les notifications du navigateur ne fonctionnent pas sans JavaScript. D’autres façons de recevoir les alertes sont indiquées plus bas.
push-unsupported-title = Ce navigateur ne reçoit pas de notifications
push-unsupported = Essayez avec un autre navigateur, ou choisissez une des autres façons indiquées plus bas.
push-ios-title = Sur iPhone et iPad, ajoutez d’abord le portail à l’écran d’accueil
push-ios-1 = Touchez le bouton Partager de votre navigateur.
push-ios-2 = Choisissez « Sur l’écran d’accueil », puis « Ajouter ».
push-ios-3 = Ouvrez le portail depuis l’écran d’accueil et revenez à cette page.
push-denied-title = Les notifications sont bloquées
push-denied = Votre navigateur les a bloquées pour ce portail. Autorisez-les dans ses réglages, puis rechargez la page.
push-subscribed-title = Vous recevez les alertes
push-subscribed = Vous pouvez modifier vos choix, essayer une notification ou tout arrêter.
push-saved = Vos choix sont enregistrés.
push-test-arrived = L’essai est arrivé sur cet appareil. Tout fonctionne.
push-test-sent = Une notification d’essai est en route. Rien reçu après une minute ? Vérifiez le mode silencieux et les réglages de notification.
push-stopped = C’est fait : vous ne recevrez plus de notification et vos choix sont effacés.
push-failed-title = Cela n’a pas fonctionné
push-failed = Vérifiez votre connexion et réessayez dans quelques minutes.
push-areas = Vos communes
push-areas-hint = Domicile, travail, école : choisissez toutes celles qui comptent pour vous.
push-areas-all = Toute la Région
push-areas-missing = Choisissez au moins une commune
push-language = Langue des messages
push-severity = À partir de quelle gravité ?
push-categories = Choisir les sujets
push-categories-hint = Tout est coché au départ. Une alerte extrême arrive toujours.
push-subscribe = Recevoir les alertes
push-save = Enregistrer mes choix
push-test = Tester mon téléphone
push-stop = Ne plus rien recevoir
push-other = D’autres façons d’être averti
push-other-be-alert = messages des autorités par SMS, appel ou courriel
push-other-page = à consulter quand vous voulez, aussi hors ligne
push-other-feed = pour un lecteur de flux
form-problem = Il manque quelque chose
severity-minor-hint = gêne limitée, bon à savoir
severity-moderate-hint = danger possible pour les personnes ou les biens
severity-severe-hint = danger important
severity-extreme-hint = danger exceptionnel seulement
## Lists and pages

guides-title = Que faire en cas de danger ?
guides-lede = Une fiche par risque : avant, pendant, après. Les fiches restent lisibles hors ligne sur un appareil où vous avez ouvert le portail.
advice-title = Conseils de prévention
advice-lede = Éviter un vol, une fraude ou un accident, et savoir quoi faire si cela arrive.
advice-online-report = Plainte en ligne
advice-online-report-yes = Ce fait peut être signalé à la police en ligne, sur Police-on-web.
subject-theft = Vol
subject-burglary = Cambriolage
subject-bicycle = Vélo
subject-fraud = Escroquerie
subject-cyber = En ligne
subject-harassment = Harcèlement
subject-discrimination = Discrimination et haine
subject-drugs = Drogues
subject-road = Circulation
subject-fire = Incendie
subject-first-aid = Premiers secours
subject-street = En rue
subject-home = À la maison
subject-trade = Commerce
subject-safety-at-work = Sécurité au travail
place-home = À la maison
place-street = En rue
place-public-transport = Transports publics
place-online = En ligne
place-shop = Magasin
place-school = École
place-event = Événement
audience-residents = Habitantes et habitants
audience-seniors = Personnes âgées
audience-young = Jeunes
audience-parents = Parents
audience-traders = Commerces
audience-firms = Entreprises
audience-tourists = Visiteurs
audience-commuters = Navetteurs
audience-schools = Écoles
audience-victims = Victimes
audience-site-managers = Gestionnaires de lieux
moment-day = Journée
moment-evening = Soirée
moment-night = Nuit
moment-holidays = Vacances
publications-title = Publications
publications-lede = Rapports, études et enquêtes, avec leurs chiffres et leurs sources.
publication-series = Collection
publication-number = Numéro
publication-date = Parution
publication-languages = Langues de parution
publication-citation = Pour citer
publication-legal-deposit = Dépôt légal
publication-planned = Annoncée
publication-datasets = Chiffres de cette publication
series-annual-report = Rapports annuels
series-report = Rapports
series-focus = Focus de l’Observatoire
series-cahier = Cahiers de l’Observatoire
series-flash-paper = Flash Papers
series-survey = Enquêtes
series-guide = Guides
series-evaluation = Évaluations
datasets-title = Chiffres et données
datasets-lede = Chaque tableau avec son graphique, sa source et un fichier à réutiliser.
dataset-table = Voir le tableau
dataset-csv = Télécharger les données (CSV)
dataset-anomaly = Contradiction dans la source
dataset-period = Période : { $period }
dataset-source = Source : { $source }
dataset-publications = Publication
dataset-missing = pas de donnée
campaigns-title = Campagnes
campaigns-lede = Des messages à voir et à relayer.
campaign-current = En cours
campaign-archived = Terminées
campaign-period = Période
campaign-audiences = Public
campaign-channels = Canaux
campaign-themes = Thèmes
campaign-languages = Langues
campaign-kit = À relayer
campaign-kit-text = Communes, écoles, associations : ces textes sont à reprendre tels quels.
campaign-kit-download = Télécharger les textes
kit-short-text = Texte court
kit-poster-text = Texte d’affiche
kit-card = Carte
kit-leaflet = Dépliant
dossiers-title = Dossiers de crise
dossiers-lede = Ce qui s’est passé, les règles, les thèmes et les liens utiles.
dossier-level = Niveau de gestion
dossier-authority = Autorité
dossier-archived = Dossier clôturé, gardé pour consultation.
plans-title = Plans de sécurité et de prévention
plans-lede = Les plans régionaux, mesure par mesure, avec leurs sources.
plan-current = Plan le plus récent
plan-former = Plan précédent
plan-themes = Thèmes
plan-counts = { $themes } thèmes, { $measures } mesures
plan-theme = Thème { $number }
plan-measure = Mesure { $number }
plan-measures = Mesures
plan-phase = Phase
plan-partners = Partenaires
plan-status = État
plan-status-planned = prévue
plan-status-started = commencée
plan-status-done = réalisée
plan-successor = Dans l’autre plan
plan-projects = Projets liés
plan-previous = Mesure précédente
plan-next = Mesure suivante
compare-title = Comparer les deux plans
compare-lede = Les mesures qui traitent du même sujet, côte à côte.
compare-caption = Mesures sur le même sujet
glossary-title = Glossaire
glossary-lede = Les mots et les sigles de la sécurité et de la prévention à Bruxelles.
projects-title = Projets subventionnés
projects-lede = Qui fait quoi, où et avec quel soutien de la Région.
project-owner = Porteur
project-amount = Subvention
project-year = Année
calls-title = Appels à projets
calls-lede = Les appels ouverts et clôturés.
call-open = Jusqu’au { $date }
call-closed = Clôturé le { $date }
call-budget = Budget : { $amount }
agenda-title = Agenda
agenda-lede = Rencontres, formations et journées à venir.
agenda-past = Passé
agenda-coming = À venir
news-title = Actualités
news-lede = Ce qui est nouveau.
areas-title = Communes et zones de police
areas-lede = Les dix-neuf communes de la Région et la zone de police de chacune.
areas-map = Carte des dix-neuf communes et des zones de police
areas-map-description = Chaque commune porte la couleur de sa zone de police. La liste sous la carte donne les mêmes informations.
areas-attribution = Contours : { $source }
area-zone = Zone de police
area-zone-members = Communes de la zone
area-postcodes = Codes postaux
area-partly = Code postal partagé
area-partly-text = { $codes } : seulement pour une partie des rues
area-nis = Code NIS
area-projects = Projets dans cette commune
sitemap-title = Plan du site
sitemap-lede = Toutes les pages du portail, par rubrique.
section-about = À propos de safe.brussels
section-about-lede = Qui fait quoi, comment et avec quels moyens.
section-emergency = Urgences
section-emergency-lede = Quel numéro pour quelle situation, et comment appeler sans la voix.
section-legal = Informations légales
section-legal-lede = Accessibilité, vie privée et conditions d’utilisation.
section-observatory = Observatoire
section-observatory-lede = Comment les chiffres sont recueillis et lus.
section-training = Formations et métiers
section-training-lede = Se former à la prévention, à la sécurité et aux secours, et en faire son métier.
section-help-pages = Comprendre et se préparer
section-more = Dans cette rubrique
page-updated = Mis à jour le { $date }
page-checked = vérifié le { $date }
page-sources = Sources
page-source-document = { $title }, { $count ->
    [one] ligne { $lines }
   *[other] lignes { $lines }
}
page-links = Liens utiles
page-timeline = Chronologie
page-related = Voir aussi
page-draft = Projet de texte
page-draft-text = Ce texte est encore en préparation et n’a pas été relu.
fallback-title = Cette page n’existe pas encore dans cette langue
fallback-text = Elle s’affiche ci-dessous en { $language }. Elle existe en :
list-in-language = en { $language }
document-000 = BPS, rapport annuel 2020
document-001 = safe.brussels, rapport annuel 2022
document-002 = Plan global de sécurité et de prévention 2017-2020
document-003 = Présentation au Parlement bruxellois, février 2017
document-004 = Contrat de sécurité et de société 2018-2019, Ville de Bruxelles

## Help

help-title = Trouver de l’aide
help-lede = Pour vous ou pour quelqu’un d’autre. Choisissez ce qui ressemble le plus à votre situation.
help-notice = Si quelqu’un peut regarder votre écran, utilisez plutôt un autre appareil. Quitter cette page n’efface pas l’historique, et un logiciel espion voit tout.
help-neutral-title = safe.brussels – information
help-phone = Téléphone
help-call = Appeler
help-services = Services
help-services-lede = Les services d’aide, par public et par besoin.
help-services-find = Chercher dans tous les services
help-in-call-log = Le numéro reste dans le journal d’appels de votre téléphone.
help-cost-free = gratuit
help-cost-not-on-bill = n’apparaît pas sur la facture
help-cost-on-bill = apparaît sur la facture
help-cost-bill-unknown = nous ne savons pas si le numéro apparaît sur la facture
help-to-confirm = À confirmer auprès du service
help-hours = Heures
help-hours-all = jour et nuit, tous les jours
help-languages = Langues
help-site = Site du service
help-places = Adresse
help-mail = Adresse électronique
help-check-by-phone = Ces informations datent : vérifiez par téléphone.
help-emergency = Danger immédiat : appelez le 112 ou le 101.
help-cost-not-free = payant
help-part-victims = Pour comprendre et agir
help-part-change = Pour changer son comportement
help-part-professionals = Pour les professionnels
help-part-project = Projets
exit-leave = Quitter cette page
exit-hint = ou deux fois la touche Échap

## Permits

permits-lede = Quelle démarche pour quelle arme, quels documents, quels délais et qui décide.
permits-procedures = Démarches
permits-apply = Quelle démarche pour moi ?
permits-apply-text = Quelques questions suffisent pour connaître la démarche et l’autorité compétente.
permits-facts = Règles
permits-reasons = Motifs légitimes
permits-authorities = Qui fait quoi
permits-retention = Durée de conservation
permits-fees = Redevance
permits-day-count = Comment les jours sont comptés
permits-to-confirm = à confirmer par le service
permits-secondary = d’après une source secondaire
permits-article = { $act }, art. { $article }
permits-model = Modèle
permits-authority = Autorité qui décide
permits-legal-basis = Base légale
permits-essentials = En bref
permits-documents = Documents
permits-deadlines = Délais
permits-appeal = Recours
permits-age = { $length } au plus
permits-only-for = seulement pour : { $reasons }
permits-need-required = obligatoire
permits-need-optional = facultatif
permits-need-alternative = à la place d’un autre document
permits-stage-filing = à la demande
permits-stage-grant = à l’octroi
permits-amount-unknown = montant à confirmer par le service
permits-unit-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
permits-unit-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
permits-unit-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
permits-unit-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}

## Other pages

shell-title = Page
not-found-title = Cette page n’existe pas
not-found-text = Elle a peut-être changé d’adresse. Utilisez la recherche ou partez de l’accueil.

## Numbers and dates

number-decimal = ,
number-group = { "\u202F" }
number-euro = { $amount } €
date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-period = de { $from } à { $until }
date-since = depuis { $from }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
