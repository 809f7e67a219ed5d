# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Trouver un service
help-filter-title = Choisir
help-filter-situation = Situation
help-filter-need = Type d’aide
help-filter-audience = Pour qui
help-filter-topic = Thème
help-filter-language = Langue parlée
help-filter-municipality = Commune
help-filter-any = Peu importe
help-filter-open = Répond maintenant
help-filter-free = Gratuit
help-filter-submit = Voir les services
help-filter-export = Télécharger cette liste (CSV)
help-results-count = { $count ->
    [0] Aucun service
    [one] { $count } service
   *[other] { $count } services
}
help-results-none = Aucun service n’est encore repris ici pour ces choix. Retirez un choix pour en voir d’autres.
help-results-all = Voir tous les services
help-results-talk = Parler à quelqu’un maintenant
help-results-ignored = Un des choix n’existe pas ici. La liste n’en tient pas compte.
help-results-open-note = D’après les heures que les services publient. Ceux dont les heures ne sont pas connues n’apparaissent pas.
help-file-note = Le fichier téléchargé reste sur l’appareil, où quelqu’un d’autre peut le voir.
help-again-title = Page fermée
help-again-button = Afficher la page

## Hours

help-open-always = Répond jour et nuit.
help-open-until = Répond maintenant, jusqu’à { $when }.
help-open-by = En ce moment, c’est { $name } qui décroche.
help-open-appointment = Ouvert maintenant, sur rendez-vous.
help-closed = Ne répond pas maintenant.
help-closed-opens = Ne répond pas maintenant. De nouveau : { $when }.
help-hours-unknown = Heures à confirmer auprès du service
help-when-today = { $time }
help-when-tomorrow = demain { $time }
help-when-day = { $day } { $time }
help-day-mo = lundi
help-day-tu = mardi
help-day-we = mercredi
help-day-th = jeudi
help-day-fr = vendredi
help-day-sa = samedi
help-day-su = dimanche
help-days-all = Tous les jours
help-days-run = { $from } à { $to }
help-days-holidays = Jours fériés
help-hours-row = { $days } : { $hours }
help-day-and-night = 24 heures sur 24
help-answered-by = { $name } décroche
help-appointment = sur rendez-vous

## Sheet

help-sheet-back = Tous les services
help-sheet-reach = Joindre ce service
help-sheet-about = Ce qu’on sait
help-sheet-owner = Géré par
help-sheet-audience = Pour
help-sheet-price = Prix
help-sheet-eligibility = Conditions
help-sheet-coverage = Où
help-sheet-unconfirmed = À confirmer
help-sheet-checked = Sources lues en { $month }
help-sheet-confirmed = Confirmé par téléphone le { $day }
help-mail-note = Un message envoyé reste dans votre boîte d’envoi.
help-channel-web = Site
help-channel-chat = Tchat
help-channel-mail = Adresse électronique
help-channel-app = Application
help-channel-form = Formulaire du service
help-channel-walk-in = Sur place
help-channel-online-booking = Rendez-vous en ligne
help-field-phones = téléphone
help-field-channels = autres moyens de contact
help-field-schedules = heures
help-field-languages = langues
help-field-places = adresse
help-field-accessibility = accessibilité
help-field-chat = tchat
help-field-interpreters = interprètes
help-field-eligibility = conditions
help-field-existence = si le service existe encore
help-flag-open-24h = ouvert 24 heures sur 24
help-flag-minors-accepted = personnes mineures accueillies
help-flag-children-accepted = enfants accueillis
help-flag-wheelchair = accessible en fauteuil roulant
help-area-country = Toute la Belgique

## Vocabularies

help-taxonomy-audience = Public
help-taxonomy-audience-text = Pour qui est le service
help-taxonomy-situation = Situation
help-taxonomy-situation-text = Ce que vit la personne
help-taxonomy-need = Besoin
help-taxonomy-need-text = Ce que le service apporte
help-taxonomy-topic = Sujet
help-taxonomy-topic-text = De quoi il s’agit

## File

help-col-name = Service
help-col-organization = Organisation
help-col-description = Description
help-col-audiences = Public
help-col-situations = Situations
help-col-needs = Besoins
help-col-topics = Thèmes
help-col-phones = Téléphone
help-col-mail = Adresse électronique
help-col-site = Site
help-col-languages = Langues
help-col-hours = Heures (à confirmer auprès du service)
help-col-places = Adresse
help-col-coverage = Territoire
help-col-unconfirmed = À confirmer
help-col-valid = À revoir après le
help-col-referral = Comment orienter (partenaires)

## On paper

help-brochure-title = Numéros et services d’aide
help-brochure-subtitle = Région de Bruxelles-Capitale
help-brochure-author = safe.brussels
help-brochure-date = Brochure faite le { $day } à partir du répertoire de safe.brussels. Un numéro peut changer : prenez toujours la dernière version.
help-brochure-emergency = Danger immédiat
help-brochure-intro = Ces services écoutent, conseillent, soignent ou accompagnent, à Bruxelles ou dans tout le pays.
help-brochure-give = Vous donnez cette brochure à quelqu’un ? Demandez d’abord si la garder est sans danger : à la maison, ce papier peut être trouvé.
help-brochure-missing = « À confirmer » veut dire que le service n’a pas confirmé cette information : son site ou un appel donne la réponse. Cette brochure ne contient aucune adresse d’hébergement.
help-brochure-calls = Un appel, même gratuit, reste dans le journal d’appels du téléphone. Quand rien n’est dit de la facture, nous ne savons pas si le numéro y apparaît.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Page { $page } sur { $pages }
help-chapter-home = Violence à la maison ou dans la famille
help-chapter-sexual = Violence sexuelle
help-chapter-young = Enfants et jeunes
help-chapter-talk = Parler à quelqu’un
help-chapter-respect = Harcèlement, discrimination, violence en ligne
help-chapter-exploited = Exploitation et traite
help-chapter-arrival = Arrivée en Belgique, séjour et accès aux soins
help-chapter-street = Sans-abrisme et drogues
help-chapter-police = Police, vol et accident
help-chapter-worried = S’inquiéter pour un proche qui se radicalise
help-chapter-other = Autres services
help-chapter-change = Pour changer son comportement
